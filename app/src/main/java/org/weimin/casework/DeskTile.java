package org.weimin.casework;

import java.util.function.LongSupplier;

/**
 * 工作台数字: a figure on the desk that opens its own list; a bean of a room below this one.
 *
 * @param labelKey text key of what is counted
 * @param permission who has it on the desk
 */
public record DeskTile(String labelKey, String href, String permission, LongSupplier count) {}
