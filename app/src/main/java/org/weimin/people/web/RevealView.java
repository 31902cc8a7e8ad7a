package org.weimin.people.web;

/** A whole identity number on the screen, for sixty seconds. */
public record RevealView(String name, String number, String back) {}
