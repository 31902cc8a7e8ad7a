package org.weimin.engine.population;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.weimin.engine.Claim;
import org.weimin.engine.Contest;
import org.weimin.engine.Grant;
import org.weimin.engine.GrantRule;
import org.weimin.engine.Overlaps;
import org.weimin.engine.Pack;
import org.weimin.engine.Standing;
import org.weimin.engine.Terms;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;

/**
 * 批量竞合: lets answers compete in the few households in which two of them cannot stand side by side; all others stand
 * without being looked at.
 */
final class Rivals {
    private static final Standing STANDS = new Standing.Stands();
    private final List<Law> laws;
    private final Outcomes[] answers;
    private final List<Terms> terms;
    /** The matters, as bits, that a matter does not simply stand beside. */
    private final long[] rivals;

    private final Map<Integer, Map<Subject, Contest.Result>> results = new HashMap<>();
    private long[] entitled = {};

    private record Subject(int matter, int row) {}

    Rivals(List<Law> laws, Overlaps overlaps, Outcomes[] answers) {
        if (laws.size() > Long.SIZE) {
            throw new Refused("engine.pack.unsupported", "overlaps.yaml", "more than " + Long.SIZE + " matters");
        }
        this.laws = laws;
        this.answers = answers;
        List<Pack> packs = laws.stream().map(law -> law.rules().pack()).toList();
        this.terms = laws.isEmpty()
                ? List.of()
                : laws.getFirst().standards().places().stream()
                        .map(place -> Terms.of(
                                overlaps,
                                packs,
                                place,
                                laws.getFirst().standards().asOf()))
                        .toList();
        this.rivals = new long[laws.size()];
        for (int one = 0; one < rivals.length; one++) {
            for (int other = 0; other < rivals.length; other++) {
                boolean compete =
                        overlaps.compete(laws.get(one).matter(), laws.get(other).matter());
                rivals[one] |= compete ? 1L << other : 0;
            }
        }
    }

    /** What holds at each place. */
    List<Terms> terms() {
        return terms;
    }

    /** Forgets the last lot. */
    void begin(Columns columns) {
        results.clear();
        entitled = entitled.length < columns.households() ? new long[columns.households()] : entitled;
    }

    /** The households in which others have given way than before; those that come to no rest are marked. */
    BitSet contest(Columns columns, BitSet households, BitSet unsettled) {
        var changed = new BitSet();
        note(columns, households);
        for (int each = households.nextSetBit(0); each >= 0; each = households.nextSetBit(each + 1)) {
            Set<Subject> before = givenWay(each);
            results.remove(each);
            if (haveRivals(entitled[each]) && !unsettled.get(each)) {
                try {
                    results.put(each, contest(columns, each));
                } catch (Refused noRest) {
                    unsettled.set(each);
                }
            }
            if (!givenWay(each).equals(before) && !unsettled.get(each)) {
                changed.set(each);
            }
        }
        return changed;
    }

    private void note(Columns columns, BitSet households) {
        for (int each = households.nextSetBit(0); each >= 0; each = households.nextSetBit(each + 1)) {
            entitled[each] = 0;
        }
        for (int matter = 0; matter < laws.size(); matter++) {
            if (rivals[matter] != 0) {
                for (int each = households.nextSetBit(0); each >= 0; each = households.nextSetBit(each + 1)) {
                    entitled[each] |= gives(matter, columns, each) ? 1L << matter : 0;
                }
            }
        }
    }

    private boolean gives(int matter, Columns columns, int household) {
        Outcomes outcomes = answers[matter];
        if (!laws.get(matter).judgesPersons()) {
            return outcomes.status(household) == Outcomes.Status.ENTITLED;
        }
        for (int row = columns.firstMember(household); row < columns.firstMember(household + 1); row++) {
            if (outcomes.status(row) == Outcomes.Status.ENTITLED) {
                return true;
            }
        }
        return false;
    }

    private boolean haveRivals(long matters) {
        for (long left = matters; left != 0; left &= left - 1) {
            if ((rivals[Long.numberOfTrailingZeros(left)] & matters) != 0) {
                return true;
            }
        }
        return false;
    }

    private Map<Subject, Contest.Result> contest(Columns columns, int household) {
        var subjects = new ArrayList<Subject>();
        var claims = new ArrayList<Claim>();
        for (int matter = 0; matter < laws.size(); matter++) {
            boolean persons = laws.get(matter).judgesPersons();
            int from = persons ? columns.firstMember(household) : household;
            int until = persons ? columns.firstMember(household + 1) : household + 1;
            for (int row = from; row < until; row++) {
                if (answers[matter].status(row) == Outcomes.Status.ENTITLED) {
                    subjects.add(new Subject(matter, row));
                    claims.add(claim(matter, columns, household, row));
                }
            }
        }
        List<Contest.Result> settled = Contest.settle(terms.get(columns.place(household)), claims);
        var kept = new HashMap<Subject, Contest.Result>();
        for (int i = 0; i < settled.size(); i++) {
            if (!(settled.get(i).standing() instanceof Standing.Stands)) {
                kept.put(subjects.get(i), settled.get(i));
            }
        }
        return kept;
    }

    /** What the matter would give that subject; members are called as {@link Columns#sheet} calls them. */
    Claim claim(int matter, Columns columns, int household, int row) {
        boolean persons = laws.get(matter).judgesPersons();
        String judged = persons ? Columns.nameOf(row - columns.firstMember(household)) : "";
        List<GrantRule> rules = laws.get(matter).rules().pack().matter().grants();
        var grants = new ArrayList<Grant>();
        for (int grant = 0; grant < rules.size(); grant++) {
            if (answers[matter].given(row, grant)) {
                long bits = answers[matter].persons(row, grant);
                List<String> names = persons
                        ? List.of(judged)
                        : IntStream.range(0, columns.size(household))
                                .filter(member -> (bits & MatterCode.bit(member)) != 0)
                                .mapToObj(Columns::nameOf)
                                .toList();
                grants.add(
                        rules.get(grant).kind() == GrantRule.Kind.MONTHLY
                                ? new Grant.Monthly(answers[matter].amount(row, grant), "", names)
                                : new Grant.OneOff(Money.ZERO, "", names));
            }
        }
        return Claim.of(laws.get(matter).matter(), judged, grants);
    }

    private Set<Subject> givenWay(int household) {
        var given = new HashSet<Subject>();
        results.getOrDefault(household, Map.of()).forEach((subject, result) -> {
            if (result.standing() instanceof Standing.GivesWay) {
                given.add(subject);
            }
        });
        return given;
    }

    Standing standing(int matter, int household, int row) {
        Map<Subject, Contest.Result> of = results.get(household);
        Contest.Result result = of == null ? null : of.get(new Subject(matter, row));
        return result == null ? STANDS : result.standing();
    }

    long lessFen(int matter, int household, int row) {
        Map<Subject, Contest.Result> of = results.get(household);
        Contest.Result result = of == null ? null : of.get(new Subject(matter, row));
        return result == null
                ? 0
                : result.claim().monthly().minus(result.monthly()).fen();
    }
}
