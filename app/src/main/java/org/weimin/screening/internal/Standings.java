package org.weimin.screening.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.weimin.engine.Overlaps;
import org.weimin.engine.population.AllTogether;
import org.weimin.engine.population.Column;
import org.weimin.engine.population.Law;
import org.weimin.facts.Income;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Money;

/**
 * 定位: where households of small means stand before aid and after it, by all matters at once; and who would have less
 * in all if somebody earned a little more. Belongs to one thread.
 */
final class Standings {
    private static final int TIMES_THE_LINE = 2;
    private final Ruler ruler;
    private final AllTogether richer;
    private final List<Standing> found = new ArrayList<>();

    /**
     * 量尺: the line of each place a month and person, how many months income is added up, and what is a little.
     */
    record Ruler(List<Money> lines, int months, Money little) {
        Ruler {
            lines = List.copyOf(lines);
        }
    }

    /** One household; nothing is lost unless it stands on the brink. */
    record Standing(
            UUID household,
            DivisionCode area,
            int persons,
            long lineFen,
            long incomeFen,
            long givenFen,
            long receivedFen,
            long brinkFen,
            String brinkMatter) {}

    Standings(List<Law> laws, Overlaps overlaps, Ruler ruler) {
        this.ruler = ruler;
        this.richer = new AllTogether(laws, overlaps);
    }

    List<Standing> found() {
        return found;
    }

    /** To be asked when all matters have just judged the lot, and before anything is supposed of it. */
    void weigh(PopulationReader lot, AllTogether now) {
        found.clear();
        Optional<Column> wages = lot.columns().find(Income.WAGE.total());
        int[] earners = wages.map(column -> earners(lot, column)).orElseGet(() -> new int[0]);
        wages.ifPresent(column -> earn(column, earners, ruler.little().fen() * ruler.months()));
        richer.judge(lot.columns());
        wages.ifPresent(column -> earn(column, earners, -ruler.little().fen() * ruler.months()));
        for (int household = 0; household < lot.columns().households(); household++) {
            weigh(lot, now, household, earners.length > household && earners[household] >= 0);
        }
    }

    /** In each household the first member of whom wages are known. */
    private static int[] earners(PopulationReader lot, Column wages) {
        return IntStream.range(0, lot.columns().households())
                .map(household -> IntStream.range(
                                lot.columns().firstMember(household),
                                lot.columns().firstMember(household + 1))
                        .filter(wages::isKnown)
                        .findFirst()
                        .orElse(Homes.NOBODY))
                .toArray();
    }

    private static void earn(Column wages, int[] earners, long fen) {
        Arrays.stream(earners).filter(row -> row >= 0).forEach(row -> wages.put(row, wages.get(row) + fen));
    }

    private void weigh(PopulationReader lot, AllTogether now, int household, boolean mayEarnMore) {
        long income = incomeFen(lot, household);
        long line = ruler.lines().get(lot.homes().place(household)).fen();
        int persons = lot.columns().size(household);
        if (persons == 0 || income < 0 || income > TIMES_THE_LINE * line * persons) {
            return;
        }
        long given = 0;
        long received = 0;
        long after = 0;
        long deepest = 0;
        String matter = "";
        for (int number = 0; number < now.laws().size(); number++) {
            Law law = now.laws().get(number);
            long has = monthly(new Side(now, number, law), lot, household);
            long would = monthly(new Side(richer, number, richer.laws().get(number)), lot, household);
            given += has;
            after += would;
            received += receivedFen(lot, number, law, household);
            if (has - would > deepest) {
                deepest = has - would;
                matter = law.matter().value();
            }
        }
        long less = mayEarnMore ? given - after - ruler.little().fen() : 0;
        found.add(new Standing(
                lot.homes().householdId(household),
                lot.columns().places().get(lot.homes().place(household)),
                persons,
                line,
                income,
                given,
                received,
                Math.max(0, less),
                less > 0 ? matter : ""));
    }

    /** What comes in a month before aid, of what the registers know; nobody knows anything: -1. */
    private long incomeFen(PopulationReader lot, int household) {
        long sum = 0;
        boolean known = false;
        for (Income kind : Income.values()) {
            Optional<Column> column = lot.columns().find(kind.total());
            for (int row = lot.columns().firstMember(household);
                    column.isPresent() && row < lot.columns().firstMember(household + 1);
                    row++) {
                if (column.get().isKnown(row)) {
                    known = true;
                    sum += column.get().get(row);
                }
            }
        }
        return known ? sum / ruler.months() : -1;
    }

    private static long monthly(Side side, PopulationReader lot, int household) {
        return rows(lot, side.law(), household)
                .filter(row -> side.gives(household, row))
                .mapToLong(row -> side.monthly(household, row))
                .sum();
    }

    private static long receivedFen(PopulationReader lot, int number, Law law, int household) {
        return rows(lot, law, household)
                .mapToLong(row -> Math.max(0, lot.received().of(number, law.judgesPersons(), row)))
                .sum();
    }

    private static IntStream rows(PopulationReader lot, Law law, int household) {
        return law.judgesPersons()
                ? IntStream.range(
                        lot.columns().firstMember(household), lot.columns().firstMember(household + 1))
                : IntStream.of(household);
    }
}
