package org.weimin.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.weimin.engine.population.Columns;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.engine.population.RandomHouseholds;
import org.weimin.engine.population.Standards;

/**
 * Finds the bounds of the tables in the cases: for each value that a cell writes, two households one fen, one day or
 * one word apart, of which one is before the bound and the other has reached it, or has reached it and has passed it.
 * Two drawn households on either side are made like one another, fact by fact, until the last step is found.
 */
final class Edges {
    private static final int HOUSEHOLDS_OF_A_SETTING = 150;
    private static final int MOST_PAIRS = 30;
    private final Pack pack;
    private final Edition edition;
    private final CompiledMatter matter;
    private final Map<Rules.Table, String> tables = new IdentityHashMap<>();
    private final List<Home> pool = new ArrayList<>();
    private final Set<String> apart = new HashSet<>();
    private final Random random;

    /** A drawn household with what is true of it at each bound. */
    private record Home(Standards standards, int place, FactSheet sheet, Map<String, Boolean> truths) {
        boolean isLike(Home other) {
            return standards == other.standards
                    && place == other.place
                    && sheet.members().size() == other.sheet.members().size();
        }
    }

    /** The household on both sides of a bound, and without the fact that makes the difference. */
    record Edge(String bound, Standards standards, int place, List<FactSheet> sides, FactSheet unknown) {}

    /** A fact by its place in a sheet; the household is member -1. */
    private record Spot(int member, int fact) {
        Fact of(FactSheet sheet) {
            return (member < 0 ? sheet.household() : sheet.members().get(member)).get(fact);
        }

        FactSheet with(FactSheet sheet, Object value) {
            Fact old = of(sheet);
            var changed = new Fact(old.name(), value, old.source(), old.evidence());
            if (member < 0) {
                return new FactSheet(with(sheet.household(), changed), sheet.members());
            }
            var members = new ArrayList<>(sheet.members());
            members.set(member, with(members.get(member), changed));
            return new FactSheet(sheet.household(), members);
        }

        private List<Fact> with(List<Fact> facts, Fact changed) {
            var all = new ArrayList<>(facts);
            all.set(fact, changed);
            return all;
        }
    }

    /** Listens at every table, what its columns are and what its cells hold against them. */
    private final class Listening extends Trace {
        private final Map<String, Boolean> truths = new TreeMap<>();

        @Override
        void asked(Rules.Table table, List<Value> columns, Function<Expr, Value> cell) {
            for (Rules.Row row : table.rows()) {
                for (int i = 0; i < columns.size(); i++) {
                    String at = tables.get(table) + " row " + row.id() + " column " + (i + 1);
                    for (Cell.Test test : row.cells().get(i).tests()) {
                        listen(at, columns.get(i), test, cell);
                    }
                }
            }
        }

        private void listen(String at, Value value, Cell.Test test, Function<Expr, Value> cell) {
            switch (test) {
                case Cell.Against(var op, var bound) -> note(at + " " + bound, value, cell.apply(bound));
                case Cell.Between between -> {
                    note(at + " from", value, cell.apply(between.low()));
                    note(at + " until", value, cell.apply(between.high()));
                }
                case Cell.Holds ignored -> {}
            }
        }

        private void note(String bound, Value value, Value against) {
            boolean ordered = against instanceof Value.Num || against instanceof Value.Day;
            for (Expr.Op op : ordered ? List.of(Expr.Op.AT_LEAST, Expr.Op.ABOVE) : List.of(Expr.Op.EQUAL)) {
                if (Operators.compare(op, value, against) instanceof Value.Truth(boolean truth)) {
                    truths.merge(bound + " " + op, truth, Boolean::logicalOr);
                }
            }
        }
    }

    Edges(CompiledMatter matter, List<Standards> settings, long seed) {
        this.matter = matter;
        this.pack = matter.pack();
        this.edition = matter.edition();
        this.random = new Random(seed);
        Question.tables(edition.rules()).forEach(named -> tables.put(named.table(), named.name()));
        for (Standards standards : settings) {
            var columns = Columns.of(pack.dictionary(), matter.facts(), standards.places());
            for (int lot = 0; lot < HOUSEHOLDS_OF_A_SETTING / 10; lot++) {
                new RandomHouseholds(matter, standards, seed + lot).fill(columns, 10, 0);
            }
            for (int household = 0; household < columns.households(); household++) {
                FactSheet sheet = columns.sheet(household);
                int place = columns.place(household);
                if (!pack.matter().judgesPersons() || !sheet.members().isEmpty()) {
                    pool.add(new Home(standards, place, sheet, truths(standards, place, sheet)));
                }
            }
        }
    }

    /** The bounds with households on both sides; bounds that only the place decides have none. */
    List<String> bounds() {
        var yes = new HashSet<String>();
        pool.forEach(home -> home.truths().forEach((bound, truth) -> {
            if (truth) {
                yes.add(bound);
            }
        }));
        yes.forEach(bound -> {
            List<Home> below = on(bound, false);
            if (on(bound, true).stream().anyMatch(home -> below.stream().anyMatch(home::isLike))) {
                apart.add(bound);
            }
        });
        return apart.stream().sorted().toList();
    }

    /** The bounds on whose one side no household was drawn that is like one on the other. */
    List<String> oneSided() {
        return pool.stream()
                .flatMap(home -> home.truths().keySet().stream())
                .distinct()
                .filter(bound -> !apart.contains(bound))
                .sorted()
                .toList();
    }

    private List<Home> on(String bound, boolean side) {
        return pool.stream()
                .filter(home -> home.truths().getOrDefault(bound, !side) == side)
                .toList();
    }

    private Map<String, Boolean> truths(Standards standards, int place, FactSheet sheet) {
        Optional<Integer> judged = pack.matter().judgesPersons() ? Optional.of(0) : Optional.empty();
        return new Question(pack, edition, standards, standards.places().get(place), sheet, judged)
                .askAll(new Listening())
                .truths;
    }

    Optional<Edge> at(String bound) {
        var above = new ArrayList<>(on(bound, true));
        List<Home> below = on(bound, false);
        Collections.shuffle(above, random);
        for (Home home : above.subList(0, Math.min(MOST_PAIRS, above.size()))) {
            List<Home> others = below.stream().filter(home::isLike).toList();
            if (!others.isEmpty()) {
                Optional<Edge> found = between(bound, home, others.get(random.nextInt(others.size())));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Takes over the other's facts one by one; where that leaves the table unasked, the fact stays as it was. */
    private Optional<Edge> between(String bound, Home above, Home below) {
        var spots = new ArrayList<Spot>();
        for (int member = -1; member < above.sheet().members().size(); member++) {
            List<Fact> facts = member < 0
                    ? above.sheet().household()
                    : above.sheet().members().get(member);
            for (int fact = 0; fact < facts.size(); fact++) {
                spots.add(new Spot(member, fact));
            }
        }
        Collections.shuffle(spots, random);
        FactSheet sheet = above.sheet();
        for (Spot spot : spots) {
            Object other = spot.of(below.sheet()).value();
            if (!other.equals(spot.of(sheet).value())) {
                FactSheet next = spot.with(sheet, other);
                Optional<Boolean> truth = truth(bound, above, next);
                if (truth.isPresent() && !truth.get()) {
                    return lastStep(bound, above, sheet, spot, other);
                }
                sheet = truth.isPresent() ? next : sheet;
            }
        }
        return Optional.empty();
    }

    private Optional<Boolean> truth(String bound, Home like, FactSheet sheet) {
        return Optional.ofNullable(truths(like.standards(), like.place(), sheet).get(bound));
    }

    private Optional<Edge> lastStep(String bound, Home like, FactSheet sheet, Spot spot, Object beyond) {
        Object yes = spot.of(sheet).value();
        Object no = beyond;
        for (var middle = middle(yes, no); middle.isPresent(); middle = middle(yes, no)) {
            Optional<Boolean> truth = truth(bound, like, spot.with(sheet, middle.get()));
            if (truth.isEmpty()) {
                return Optional.empty();
            }
            yes = truth.get() ? middle.get() : yes;
            no = truth.get() ? no : middle.get();
        }
        return Optional.of(new Edge(
                bound,
                like.standards(),
                like.place(),
                List.of(spot.with(sheet, yes), spot.with(sheet, no)),
                spot.with(sheet, Fact.Unsettled.UNSETTLED)));
    }

    /** A value between the two; none where they are one step apart. */
    private static Optional<Object> middle(Object one, Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            long low = a.movePointRight(2).longValueExact();
            long high = b.movePointRight(2).longValueExact();
            long middle = Math.floorDiv(low + high, 2);
            return middle == low || middle == high ? Optional.empty() : Optional.of(BigDecimal.valueOf(middle, 2));
        }
        if (one instanceof LocalDate a && other instanceof LocalDate b) {
            LocalDate middle = LocalDate.ofEpochDay(Math.floorDiv(a.toEpochDay() + b.toEpochDay(), 2));
            return middle.equals(a) || middle.equals(b) ? Optional.empty() : Optional.of(middle);
        }
        return Optional.empty();
    }
}
