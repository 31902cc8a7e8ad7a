package org.weimin.screening.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
            String brinkMatter) {
        Standing losing(long lessFen, String matter) {
            return new Standing(household, area, persons, lineFen, incomeFen, givenFen, receivedFen, lessFen, matter);
        }
    }

    Standings(List<Law> laws, Overlaps overlaps, Ruler ruler) {
        this.ruler = ruler;
        this.richer = new AllTogether(laws, overlaps);
    }

    List<Standing> found() {
        return found;
    }

    /**
     * To be asked when all matters have just judged the lot, and before anything is supposed of it. Whoever is given no
     * more than the little that is earned cannot have less by it: only the few others are judged a second time.
     */
    void weigh(PopulationReader lot, AllTogether now) {
        found.clear();
        List<Column> incomes = Stream.of(Income.values())
                .flatMap(kind -> lot.columns().find(kind.total()).stream())
                .toList();
        var atStake = new BitSet();
        for (int household = 0; household < lot.columns().households(); household++) {
            long income = incomeFen(lot, incomes, household);
            long line = ruler.lines().get(lot.homes().place(household)).fen();
            int persons = lot.columns().size(household);
            if (persons > 0 && income >= 0 && income <= TIMES_THE_LINE * line * persons) {
                Standing standing = standing(lot, now, household, line, income);
                atStake.set(household, standing.givenFen() > ruler.little().fen());
                found.add(standing);
            }
        }
        lot.columns().find(Income.WAGE.total()).ifPresent(wages -> suppose(lot, now, wages, atStake));
    }

    private Standing standing(PopulationReader lot, AllTogether now, int household, long line, long income) {
        long given = 0;
        long received = 0;
        for (int number = 0; number < now.laws().size(); number++) {
            Law law = now.laws().get(number);
            given += monthly(new Side(now, number, law), lot, household);
            received += receivedFen(lot, number, law, household);
        }
        return new Standing(
                lot.homes().householdId(household),
                lot.columns().places().get(lot.homes().place(household)),
                lot.columns().size(household),
                line,
                income,
                given,
                received,
                0,
                "");
    }

    /** The first member of whom wages are known earns a little more. */
    private void suppose(PopulationReader lot, AllTogether now, Column wages, BitSet atStake) {
        var earners = new ArrayList<Integer>();
        for (int household = atStake.nextSetBit(0); household >= 0; household = atStake.nextSetBit(household + 1)) {
            int before = earners.size();
            members(lot, household).filter(wages::isKnown).limit(1).forEach(earners::add);
            atStake.set(household, earners.size() > before);
        }
        if (atStake.isEmpty()) {
            return;
        }
        earn(wages, earners, ruler.little().fen() * ruler.months());
        richer.judge(lot.columns(), atStake);
        earn(wages, earners, -ruler.little().fen() * ruler.months());
        Map<UUID, Integer> rows =
                atStake.stream().boxed().collect(Collectors.toMap(lot.homes()::householdId, household -> household));
        found.replaceAll(standing -> rows.containsKey(standing.household())
                ? onTheBrink(standing, lot, now, rows.get(standing.household()))
                : standing);
    }

    private static void earn(Column wages, List<Integer> earners, long fen) {
        earners.forEach(row -> wages.put(row, wages.get(row) + fen));
    }

    private Standing onTheBrink(Standing standing, PopulationReader lot, AllTogether now, int household) {
        long after = 0;
        long deepest = 0;
        String matter = "";
        for (int number = 0; number < now.laws().size(); number++) {
            Law law = now.laws().get(number);
            long has = monthly(new Side(now, number, law), lot, household);
            long would = monthly(new Side(richer, number, law), lot, household);
            after += would;
            if (has - would > deepest) {
                deepest = has - would;
                matter = law.matter().value();
            }
        }
        long less = standing.givenFen() - after - ruler.little().fen();
        return less > 0 ? standing.losing(less, matter) : standing;
    }

    /** What comes in a month before aid, of what the registers know; nobody knows anything: -1. */
    private long incomeFen(PopulationReader lot, List<Column> incomes, int household) {
        long sum = 0;
        boolean known = false;
        for (Column income : incomes) {
            for (int row = lot.columns().firstMember(household);
                    row < lot.columns().firstMember(household + 1);
                    row++) {
                if (income.isKnown(row)) {
                    known = true;
                    sum += income.get(row);
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
        return law.judgesPersons() ? members(lot, household) : IntStream.of(household);
    }

    private static IntStream members(PopulationReader lot, int household) {
        return IntStream.range(
                lot.columns().firstMember(household), lot.columns().firstMember(household + 1));
    }
}
