package org.weimin.policy.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.engine.Edition;
import org.weimin.engine.GoldenCase;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.engine.population.Parity;
import org.weimin.engine.population.Standards;
import org.weimin.kernel.DraftId;
import org.weimin.kernel.Refused;
import org.weimin.policy.Changes;
import org.weimin.policy.Draft;
import org.weimin.policy.Publication;

/** Lays a draft over the law in force, and makes it the law. */
@Component
public class Publishing {
    private static final int DRAWN_HOUSEHOLDS = 1_000;
    private static final String PARITY =
            "抽样 1000 户，逐户与批量测算一致 · 1,000 drawn households, judged alike one by one and in bulk";
    private final PackShelf shelf;
    private final PublicationStore publications;
    private final DraftStore drafts;

    Publishing(PackShelf shelf, PublicationStore publications, DraftStore drafts) {
        this.shelf = shelf;
        this.publications = publications;
        this.drafts = drafts;
    }

    /** The law as it would be; refused with the place of the fault while it cannot be read. */
    public Packs supposing(Draft draft) {
        Packs now = shelf.packs();
        return now.with(Overlay.files(draft, now));
    }

    /** Every worked example of every matter that the draft touches. */
    public List<GoldenCase> golden(Draft draft) {
        Packs after = supposing(draft);
        if (draft.content().rules().isPresent()) {
            requireCase(after.get(draft.matter()), draft.from());
        }
        return Stream.concat(
                        Overlay.touched(shelf.packs(), after).stream()
                                .flatMap(matter -> GoldenCase.run(after.get(matter)).stream()),
                        draft.content().rules().stream().map(rules -> parity(draft, after.get(draft.matter()))))
                .toList();
    }

    /** The same households one by one and in bulk; rules that no sweep can compile are refused by name. */
    private static GoldenCase parity(Draft draft, Pack pack) {
        List<String> differences = List.of();
        if (pack.matter().giving().notScreened().isEmpty()) {
            var matter = CompiledMatter.of(pack, pack.editionOn(draft.from()));
            var places = List.of(draft.author().area());
            var standards = Standards.of(pack, draft.from(), places, Map.of());
            long seed = draft.id().value().getLeastSignificantBits();
            differences = new Parity(matter, standards).onRandom(DRAWN_HOUSEHOLDS, seed);
        }
        return new GoldenCase(pack.id(), PARITY, draft.from(), differences);
    }

    /** Rules that no worked example has ever seen are not checked rules. */
    private static void requireCase(Pack pack, LocalDate from) {
        if (GoldenCase.run(pack).stream().allMatch(golden -> golden.asOf().isBefore(from))) {
            throw new Refused("policy.draft.no-case", from.toString());
        }
    }

    public void publish(Draft draft, LocalDate today, Instant at) {
        drafts.queueUp();
        Packs before = shelf.reload();
        if (draft.content().rules().isPresent() && draft.from().isBefore(today)) {
            throw new Refused("policy.draft.from-passed", draft.from().toString(), today.toString());
        }
        if (!golden(draft).stream().allMatch(GoldenCase::passed)) {
            throw new Refused("policy.draft.stale");
        }
        Map<String, String> files = Overlay.files(draft, before);
        Packs after = before.with(files);
        drafts.publish(draft, files, Changes.between(before, after, draft), at);
        Overlay.touched(before, after).forEach(matter -> store(after.get(matter), draft, at));
    }

    /** Every edition that is on the shelf and was never stored. */
    public void storeAll(Instant at) {
        shelf.packs()
                .list()
                .forEach(pack -> pack.editions()
                        .values()
                        .forEach(edition -> store(pack, edition, edition.from(), Optional.empty(), at)));
    }

    /** An edition from before the draft answers by it from the draft's day on. */
    private void store(Pack pack, Draft draft, Instant at) {
        pack.editions().values().forEach(edition -> {
            LocalDate validFrom = edition.from().isAfter(draft.from()) ? edition.from() : draft.from();
            store(pack, edition, validFrom, Optional.of(draft.id()), at);
        });
    }

    private void store(Pack pack, Edition edition, LocalDate validFrom, Optional<DraftId> draft, Instant at) {
        publications.add(
                new Publication(pack.id(), edition.from(), pack.packVersion(edition), validFrom, draft, at),
                pack.filesOf(edition));
    }
}
