package org.weimin.screening;

/** 受影响对象: an effect as a list shows it, with whose it is. */
public record Affected(Effect effect, String name, String address) {}
