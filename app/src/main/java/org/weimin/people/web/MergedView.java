package org.weimin.people.web;

/** What the page of a record prints that has become part of another one. */
public record MergedView(String name, String survivor, String survivorName, String merge) {}
