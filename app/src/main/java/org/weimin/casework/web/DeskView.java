package org.weimin.casework.web;

import java.util.List;

/** What the desk prints: counts that are links, and the cases that are due first. */
public record DeskView(String name, List<Tile> tiles, List<CaseRow> first, boolean sees) {
    public record Tile(String href, String label, long count, String tone) {}
}
