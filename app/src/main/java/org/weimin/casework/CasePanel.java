package org.weimin.casework;

import java.util.function.Function;

/**
 * 办件页栏目: one section of a case's page; a bean of this room or of one below it.
 *
 * @param titleKey text key of the heading
 * @param template jte template that takes the view
 * @param permission who may see it
 */
public record CasePanel(
        String titleKey, String template, int order, String permission, Function<CaseFile, Object> view) {}
