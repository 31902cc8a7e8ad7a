package org.weimin.portal.web;

import java.util.List;
import org.weimin.engine.Pack;
import org.weimin.policy.Catalogue;
import org.weimin.shell.Texts;

/** What the catalogue prints: every matter on its shelf, or what a search found. */
public record ServicesView(String asked, List<Matter> found, List<Shelf> shelves) {
    /**
     * One matter in the words of residents.
     *
     * @param said what people call it, where the search met that
     * @param byItself nobody has to ask for it
     */
    public record Matter(String id, String title, String about, String said, boolean byItself) {
        static Matter of(Pack pack) {
            return of(pack, "");
        }

        static Matter of(Pack pack, String said) {
            var about = pack.matter().window().about();
            return new Matter(
                    pack.id().value(),
                    Texts.either(pack.title().zh(), pack.title().en()),
                    Texts.either(about.zh(), about.en()),
                    said,
                    Catalogue.comesByItself(pack));
        }
    }

    public record Shelf(String title, List<Matter> matters) {}

    static ServicesView all(List<Catalogue.Group<Pack>> groups) {
        return new ServicesView(
                "",
                List.of(),
                groups.stream()
                        .map(group -> new Shelf(
                                Texts.either(group.title().zh(), group.title().en()),
                                group.items().stream().map(Matter::of).toList()))
                        .toList());
    }

    static ServicesView found(String asked, List<Catalogue.Found> found) {
        return new ServicesView(
                asked,
                found.stream()
                        .map(one -> Matter.of(one.pack(), Texts.isEnglish() ? "" : one.said()))
                        .toList(),
                List.of());
    }
}
