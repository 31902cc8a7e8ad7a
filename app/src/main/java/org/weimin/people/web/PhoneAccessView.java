package org.weimin.people.web;

/** What the slip prints; without a code the page only asks whether to make one. */
public record PhoneAccessView(String person, String name, String identity, String code) {}
