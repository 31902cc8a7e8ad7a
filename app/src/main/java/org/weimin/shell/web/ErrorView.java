package org.weimin.shell.web;

/** What an error page says: what is wrong, by which rule, what to do next; and a number the clerk can read out. */
public record ErrorView(int status, String title, String text, String number) {}
