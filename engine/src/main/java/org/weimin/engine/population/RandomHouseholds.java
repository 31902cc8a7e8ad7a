package org.weimin.engine.population;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.weimin.engine.Fact;
import org.weimin.engine.FactKind;
import org.weimin.engine.FactSheet;
import org.weimin.engine.WorkedExample;

/**
 * 随机家庭: households drawn from the types of the facts that a matter reads, and from the corners of its tables: the
 * numbers its cells and parameters name, and what lies one step beside them. The same seed draws the same households.
 */
public final class RandomHouseholds {
    private static final int MOST_MEMBERS = 6;
    private static final int PERCENT = 100;
    private static final int MOST_YEARS = 110;
    private static final List<Integer> LIKENESS = List.of(0, 60, 85, 95);
    private static final FactSheet NOBODY = new FactSheet(List.of(), List.of(List.of(), List.of()));
    private static final int MONTHS = 12;
    private final CompiledMatter matter;
    private final LocalDate asOf;
    private final SplittableRandom random;
    private final List<Long> landmarks;
    private final List<LocalDate> days;
    private final List<FactSheet> examples;
    private FactSheet model = NOBODY;
    private int likeness;

    public RandomHouseholds(CompiledMatter matter, Standards standards, long seed) {
        this(new Corners(matter), standards, new SplittableRandom(seed));
    }

    RandomHouseholds(Corners corners, Standards standards, SplittableRandom random) {
        this.matter = corners.matter();
        this.asOf = standards.asOf();
        this.random = random;
        this.landmarks = corners.numbers(standards);
        this.days = corners.days();
        this.examples = corners.examples().stream().map(WorkedExample::facts).toList();
    }

    /**
     * Adds households, each at any of the places, of whose facts so many in a hundred are unknown. Most are variations
     * of one worked example, for what is drawn freely is refused by the first row and tries nothing else.
     */
    public void fill(Columns columns, int households, int unknownPercent) {
        model = examples.isEmpty() ? NOBODY : pick(examples);
        likeness = pick(LIKENESS);
        for (int left = households; left > 0; left--) {
            int household = columns.household(random.nextInt(columns.places().size()));
            facts(columns, matter.program().householdFacts(), household, model.household(), unknownPercent);
            int members = Math.max(0, model.members().size() + random.nextInt(3) - 1);
            for (int member = 0; member < members; member++) {
                List<Fact> like =
                        member < model.members().size() ? model.members().get(member) : List.of();
                facts(columns, matter.program().memberFacts(), columns.member(), like, unknownPercent);
            }
        }
    }

    private void facts(Columns columns, List<String> facts, int row, List<Fact> like, int unknownPercent) {
        for (String fact : facts) {
            Column column = columns.column(fact);
            boolean same = random.nextInt(PERCENT) < likeness;
            if (random.nextInt(PERCENT) < unknownPercent) {
                column.forget(row);
            } else if (!same || !copy(column, row, like)) {
                column.put(row, draw(column));
            }
        }
    }

    /** Takes the value of the model, or what the absence of one says. */
    private static boolean copy(Column column, int row, List<Fact> like) {
        for (Fact fact : like) {
            if (fact.name().equals(column.kind().name()) && fact.isSettled()) {
                column.put(row, column.encode(fact.value()));
                return true;
            }
        }
        return column.isKnown(row);
    }

    private long draw(Column column) {
        FactKind kind = column.kind();
        return switch (kind.type()) {
            case "boolean" -> random.nextInt(2);
            case "date" -> Scaled.day(day());
            case "text" -> Words.code(pick(kind.choices()).value());
            default -> Math.max(column.least(), number(kind));
        };
    }

    /** A birthday of a telling age, a leap day, a telling day or span of months, with the days beside it, or any. */
    private LocalDate day() {
        return switch (random.nextInt(6)) {
            case 0 -> beside(asOf.minusYears(years()));
            case 1 -> LocalDate.of(asOf.getYear() - years(), 3, 1).minusDays(1);
            case 2 -> beside(days.isEmpty() ? asOf : pick(days));
            case 3 -> beside(asOf.plusMonths((random.nextBoolean() ? 1 : -1) * (long) years()));
            default -> asOf.minusDays(random.nextInt(MOST_YEARS * 366));
        };
    }

    private LocalDate beside(LocalDate day) {
        return day.plusDays(random.nextInt(3) - 1L);
    }

    private int years() {
        long landmark = landmarks.isEmpty() ? 0 : pick(landmarks) / Exact.power(Scaled.FACT);
        return landmark > 0 && landmark < MOST_YEARS ? (int) landmark : random.nextInt(MOST_YEARS);
    }

    private long number(FactKind kind) {
        boolean money = kind.type().equals("money");
        long step = money ? 1 : Exact.power(Scaled.FACT);
        return switch (random.nextInt(money ? 8 : 3)) {
            case 0 -> 0;
            case 1 -> landmark() + (random.nextInt(3) - 1) * step;
            case 2 -> random.nextInt(10) * Exact.power(Scaled.FACT);
            case 3 -> landmark() * MONTHS + random.nextInt(3) - 1;
            case 4 -> landmark() * (1 + random.nextInt(MOST_MEMBERS)) + random.nextInt(3) - 1;
            case 5 -> landmark() * MONTHS * (1 + random.nextInt(MOST_MEMBERS)) + random.nextInt(3) - 1;
            case 6 -> random.nextInt(10_000_000);
            default -> random.nextInt(1_000_000) - 100_000L;
        };
    }

    private long landmark() {
        return landmarks.isEmpty() ? 0 : pick(landmarks);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
