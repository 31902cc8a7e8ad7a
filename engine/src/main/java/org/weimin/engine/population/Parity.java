package org.weimin.engine.population;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** 一致性: whether compiled rules and the interpreter answer alike. A matter that differs anywhere does not publish. */
public final class Parity {
    private static final int LOT = 50;
    private static final List<Integer> UNKNOWN_PERCENT = List.of(0, 2, 15, 60);
    private static final int MOST_REPORTED = 5;
    private final CompiledMatter matter;
    private final Standards standards;

    public Parity(CompiledMatter matter, Standards standards) {
        this.matter = matter;
        this.standards = standards;
    }

    /**
     * Differences on so many drawn households, some known whole and some in part, half of them under other standards
     * than those in force; each names its seed.
     */
    public List<String> onRandom(int households, long seed) {
        var differences = new ArrayList<String>();
        var columns = Columns.of(matter.pack().dictionary(), matter.facts(), standards.places());
        var corners = new Corners(matter);
        var others = new RandomStandards(corners);
        for (int lot = 0; lot * LOT < households && differences.size() < MOST_REPORTED; lot++) {
            columns.clear();
            long lotSeed = seed + lot;
            var random = new SplittableRandom(lotSeed);
            Standards asked = random.nextBoolean() ? standards : others.draw(standards, random);
            new RandomHouseholds(corners, asked, random)
                    .fill(
                            columns,
                            Math.min(LOT, households - lot * LOT),
                            UNKNOWN_PERCENT.get(lot % UNKNOWN_PERCENT.size()));
            on(columns, asked)
                    .forEach(difference -> differences.add("seed %d, %s supposing %s: %s"
                            .formatted(lotSeed, asked.asOf(), asked.supposing(), difference)));
        }
        return differences;
    }

    /** Differences on the given households. */
    public List<String> on(Columns columns) {
        return on(columns, standards);
    }

    private List<String> on(Columns columns, Standards asked) {
        var compiled = new Outcomes();
        var interpreted = new Outcomes();
        matter.judge(columns, asked, compiled);
        matter.interpret(columns, asked, interpreted);
        return IntStream.range(0, compiled.size())
                .filter(subject -> !text(compiled, subject).equals(text(interpreted, subject)))
                .limit(MOST_REPORTED)
                .mapToObj(subject -> "subject %d: compiled %s, interpreted %s, %s"
                        .formatted(
                                subject,
                                text(compiled, subject),
                                text(interpreted, subject),
                                columns.sheet(columns.householdOf(
                                        subject, matter.pack().matter().judgesPersons()))))
                .toList();
    }

    /** An answer whole: what is decided, why, what is missing, what is given and to whom. */
    public String text(Outcomes outcomes, int subject) {
        return switch (outcomes.status(subject)) {
            case NOT_ENTITLED, REFUSED -> outcomes.status(subject) + " " + outcomes.reason(subject);
            case CANNOT_TELL ->
                "CANNOT_TELL " + outcomes.missing(subject).stream().sorted().toList();
            case ENTITLED -> "ENTITLED " + grants(outcomes, subject);
        };
    }

    private List<String> grants(Outcomes outcomes, int subject) {
        return IntStream.range(0, matter.pack().matter().grants().size())
                .filter(grant -> outcomes.given(subject, grant))
                .mapToObj(grant -> "#%d %s fen, basis %d, members %s"
                        .formatted(
                                grant,
                                outcomes.amountFen(subject, grant),
                                outcomes.months(subject, grant),
                                Long.toBinaryString(outcomes.persons(subject, grant))))
                .toList();
    }
}
