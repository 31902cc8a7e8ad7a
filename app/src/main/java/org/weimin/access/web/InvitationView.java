package org.weimin.access.web;

/** The page on which a new official sets the first password; without a name the code is not good (any more). */
public record InvitationView(String code, String name, String error) {}
