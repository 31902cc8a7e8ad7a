package org.weimin.casework.web;

import java.util.List;

/** What the desk prints: counts that are links, and the cases that are due first. */
public record DeskView(String name, List<Group> groups, List<CaseRow> first, boolean sees) {
    /** Tiles under one heading. */
    public record Group(String title, List<Tile> tiles) {}

    public record Tile(String href, String label, long count, String tone) {}
}
