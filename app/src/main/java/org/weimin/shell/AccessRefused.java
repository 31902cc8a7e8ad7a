package org.weimin.shell;

/** Somebody was turned away at a door: the audit record keeps it. */
public record AccessRefused(String permission, String path) {}
