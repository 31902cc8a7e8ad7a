package org.weimin.shell;

/**
 * 菜单项: a room registers its entries as beans; an entry shows to whoever has the permission.
 *
 * @param group {@code work}, {@code people}, {@code money} or {@code admin}
 * @param key text key of the label
 */
public record MenuEntry(String group, String key, String href, int order, String permission) {}
