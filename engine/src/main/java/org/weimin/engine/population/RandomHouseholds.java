package org.weimin.engine.population;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
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
    private final Random random;
    private final List<Long> landmarks;
    private final List<FactSheet> examples;
    private FactSheet model = NOBODY;
    private int likeness;

    public RandomHouseholds(CompiledMatter matter, Standards standards, long seed) {
        this.matter = matter;
        this.asOf = standards.asOf();
        this.random = new Random(seed);
        this.landmarks = landmarks(matter.program(), standards);
        this.examples = WorkedExample.of(matter.pack()).stream()
                .map(WorkedExample::facts)
                .toList();
    }

    /** Every number of the rules and of the first place's parameters, with two decimals. */
    private static List<Long> landmarks(Program program, Standards standards) {
        var found = new TreeSet<Long>();
        program.nodes().forEach(node -> {
            switch (node) {
                case Node.Constant(long value, var shape) when shape.isNumber() -> add(found, value, shape.scale());
                case Node.Standard(int slot, var shape)
                when shape.isNumber() && standards.at(0).length > 0 ->
                    add(found, standards.at(0)[slot], shape.scale());
                default -> {}
            }
        });
        return List.copyOf(found);
    }

    private static void add(Set<Long> found, long value, int scale) {
        found.add(
                scale <= Scaled.FACT
                        ? Exact.shifted(value, Scaled.FACT - scale)
                        : value / Exact.power(scale - Scaled.FACT));
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

    /** A birthday of a telling age, a day beside it, a leap day, or any day. */
    private LocalDate day() {
        return switch (random.nextInt(4)) {
            case 0 -> asOf.minusYears(years()).plusDays(random.nextInt(3) - 1L);
            case 1 -> LocalDate.of(asOf.getYear() - years(), 3, 1).minusDays(1);
            default -> asOf.minusDays(random.nextInt(MOST_YEARS * 366));
        };
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
