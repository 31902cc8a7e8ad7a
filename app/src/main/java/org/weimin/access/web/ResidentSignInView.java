package org.weimin.access.web;

/** What both forms of residents print; what was typed as number stays, what is secret goes. */
public record ResidentSignInView(String to, String identity, String error) {}
