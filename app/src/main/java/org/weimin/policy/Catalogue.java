package org.weimin.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.weimin.engine.LifeEvent;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.Text;
import org.weimin.policy.internal.PackShelf;
import org.weimin.policy.internal.SearchIndex;
import org.weimin.shell.Texts;

/** 事项目录: how people find a matter: on a shelf, by what has happened to them, or by their own words. */
@Service
public class Catalogue {
    private final PackShelf shelf;
    private volatile @Nullable Indexed indexed;

    Catalogue(PackShelf shelf) {
        this.shelf = shelf;
    }

    /** 分类: a shelf with what stands on it. */
    public record Group<T>(Text title, List<T> items) {}

    /** 检索结果: a matter, and the words that people have for it where those were met. */
    public record Found(Pack pack, String said) {}

    /** What was published is indexed once. */
    private record Indexed(Packs packs, SearchIndex index) {}

    /** The matters that give something on the day, by item code. */
    public List<Pack> matters(LocalDate asOf) {
        return shelf.packs().list().stream()
                .filter(pack -> isOffered(pack, asOf))
                .toList();
    }

    /** The best answer first, by words, pinyin, initials or item code; slips are forgiven, ends of aid found too. */
    public List<Found> search(String typed, LocalDate asOf) {
        return index().search(typed, pack -> isInForce(pack, asOf)).stream()
                .map(hit -> new Found(hit.pack(), hit.said()))
                .toList();
    }

    /** Each on the shelf of its first event, those that are asked for before those that come by themselves. */
    public List<Group<Pack>> groups(List<Pack> packs) {
        Map<String, String> shelves =
                shelf.packs().events().stream().collect(Collectors.toMap(LifeEvent::code, LifeEvent::group));
        return grouped(
                packs.stream()
                        .sorted(Comparator.comparing(Catalogue::comesByItself))
                        .toList(),
                pack -> pack.matter().window().events().stream()
                        .findFirst()
                        .map(shelves::get)
                        .orElse(""));
    }

    /** What can have happened to somebody; only what leads to a matter is asked about. */
    public List<Group<LifeEvent>> events(LocalDate asOf) {
        List<LifeEvent> leading = shelf.packs().events().stream()
                .filter(event -> !of(event, asOf).isEmpty())
                .toList();
        return grouped(leading, LifeEvent::group);
    }

    public Optional<LifeEvent> event(String code) {
        return shelf.packs().events().stream()
                .filter(event -> event.code().equals(code))
                .findFirst();
    }

    /** What may help then; a matter that names the event first comes first. */
    public List<Pack> of(LifeEvent event, LocalDate asOf) {
        return matters(asOf).stream()
                .filter(pack -> pack.matter().window().events().contains(event.code()))
                .sorted(Comparator.comparingInt(
                        pack -> pack.matter().window().events().indexOf(event.code())))
                .toList();
    }

    /** Nobody has to ask for it. */
    public static boolean comesByItself(Pack pack) {
        return !pack.matter().window().isOpen();
    }

    private <T> List<Group<T>> grouped(List<T> items, Function<T, String> shelfOf) {
        var other = new LifeEvent.Group(
                "", new Text(Texts.in("zh", "policy.shelf.other"), Texts.in("en", "policy.shelf.other")));
        return Stream.concat(shelf.packs().groups().stream(), Stream.of(other))
                .map(group -> new Group<>(
                        group.title(),
                        items.stream()
                                .filter(item -> shelfOf.apply(item).equals(group.code()))
                                .toList()))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    private SearchIndex index() {
        Packs packs = shelf.packs();
        Indexed known = indexed;
        if (known == null || known.packs() != packs) {
            known = new Indexed(packs, new SearchIndex(packs));
            indexed = known;
        }
        return known.index();
    }

    private static boolean isOffered(Pack pack, LocalDate asOf) {
        return pack.matter().acts() == Pack.Acts.GRANT && isInForce(pack, asOf);
    }

    private static boolean isInForce(Pack pack, LocalDate asOf) {
        return pack.editions().floorKey(asOf) != null;
    }
}
