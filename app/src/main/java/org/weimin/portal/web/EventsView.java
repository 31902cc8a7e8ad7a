package org.weimin.portal.web;

import java.util.List;
import org.weimin.engine.LifeEvent;
import org.weimin.policy.Catalogue;
import org.weimin.shell.Texts;

/** What can have happened, as tiles. */
public record EventsView(List<Shelf> shelves) {
    public record Shelf(String title, List<Tile> tiles) {}

    public record Tile(String code, String title) {
        static Tile of(LifeEvent event) {
            return new Tile(
                    event.code(), Texts.either(event.title().zh(), event.title().en()));
        }
    }

    static EventsView of(List<Catalogue.Group<LifeEvent>> groups) {
        return new EventsView(groups.stream()
                .map(group -> new Shelf(
                        Texts.either(group.title().zh(), group.title().en()),
                        group.items().stream().map(Tile::of).toList()))
                .toList());
    }

    public List<Tile> tiles() {
        return shelves.stream().flatMap(shelf -> shelf.tiles().stream()).toList();
    }
}
