package org.weimin.shell;

/** 选项: one choice of a select field. */
public record Option(String value, String label) {}
