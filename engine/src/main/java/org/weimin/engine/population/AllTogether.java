package org.weimin.engine.population;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.weimin.engine.InOrder;
import org.weimin.engine.Overlaps;
import org.weimin.engine.Pack;
import org.weimin.engine.Standing;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;

/**
 * 批量通算: every matter for every household of some columns, as {@link org.weimin.engine.AllAtOnce} answers for one:
 * first on what the registers say, then on what would be received by right. Only households in which the two differ
 * are judged again. Belongs to one thread.
 */
public final class AllTogether {
    private final List<Law> laws;
    private final Outcomes[] registered;
    private final Outcomes[] together;
    private final int[][] givers;
    private final Given given;
    private final CountedColumns income;
    private final Rivals rivals;
    private final Registered before = new Registered();
    private final BitSet unsettled = new BitSet();
    private final BitSet touched = new BitSet();

    public AllTogether(List<Law> matters, Overlaps overlaps) {
        this.laws = ordered(matters, overlaps);
        this.registered = laws.stream().map(law -> new Outcomes()).toArray(Outcomes[]::new);
        this.givers = laws.stream().map(this::giversOf).toArray(int[][]::new);
        this.together = registered.clone();
        this.rivals = new Rivals(laws, overlaps, together);
        this.given = new Given(laws, together, rivals);
        this.income = new CountedColumns(laws, overlaps, together, rivals, before);
        for (int matter = 0; matter < together.length; matter++) {
            if (seesOthers(matter)) {
                together[matter] = new Outcomes();
            }
        }
    }

    private static List<Law> ordered(List<Law> matters, Overlaps overlaps) {
        if (matters.isEmpty()) {
            return List.of();
        }
        LocalDate asOf = matters.getFirst().standards().asOf();
        List<Pack> packs = matters.stream().map(law -> law.rules().pack()).toList();
        return InOrder.of(packs, asOf, overlaps).stream()
                .map(pack -> matters.get(packs.indexOf(pack)))
                .toList();
    }

    private int[] giversOf(Law reader) {
        return IntStream.range(0, laws.size())
                .filter(giver -> laws.get(giver).rules().pack().matter().giving().facts().stream()
                        .anyMatch(reader.rules().facts()::contains))
                .toArray();
    }

    private boolean seesOthers(int matter) {
        return givers[matter].length > 0 || income.counts(matter);
    }

    /** The matters in the order in which one sees the other; their places here are their numbers. */
    public List<Law> laws() {
        return laws;
    }

    public void judge(Columns columns) {
        judge(columns, Optional.empty());
    }

    /** The same; what another one has judged by the same law on the same registers need not be judged again. */
    public void judge(Columns columns, Optional<AllTogether> beside) {
        for (int matter = 0; matter < laws.size(); matter++) {
            Law law = laws.get(matter);
            Outcomes own = registered[matter];
            beside.flatMap(other -> other.answers(law))
                    .ifPresentOrElse(own::copy, () -> law.rules().judge(columns, law.standards(), own));
            if (seesOthers(matter)) {
                together[matter].copy(own);
            }
        }
        settle(columns, everybody(columns));
    }

    /** The same for some households only; about the others nothing may be asked then. */
    public void judge(Columns columns, BitSet households) {
        for (int matter = 0; matter < laws.size(); matter++) {
            Law law = laws.get(matter);
            law.rules().judge(columns, law.standards(), registered[matter], households);
            if (seesOthers(matter)) {
                together[matter].copy(registered[matter]);
            }
        }
        settle(columns, households);
    }

    private static BitSet everybody(Columns columns) {
        var all = new BitSet();
        all.set(0, columns.households());
        return all;
    }

    private Optional<Outcomes> answers(Law law) {
        int number = laws.indexOf(law);
        return number < 0 ? Optional.empty() : Optional.of(registered[number]);
    }

    private void settle(Columns columns, BitSet households) {
        before.keep(Stream.concat(given.columns(columns).stream(), income.columns(columns).stream())
                .distinct()
                .toList());
        unsettled.clear();
        touched.clear();
        rivals.begin(columns);
        round(columns, households, touched);
        BitSet open = rivals.contest(columns, households, unsettled);
        for (int round = 1; !open.isEmpty(); round++) {
            if (round > laws.size()) {
                unsettled.or(open);
                break;
            }
            round(columns, open, open);
            open = rivals.contest(columns, open, unsettled);
        }
        before.putBack();
    }

    /** One pass in order: each matter sees what those before it give; only the households in question are asked. */
    private void round(Columns columns, BitSet households, BitSet inQuestion) {
        for (int matter = 0; matter < laws.size(); matter++) {
            Law law = laws.get(matter);
            BitSet richer = income.add(matter, columns, households);
            if (givers[matter].length > 0 || !richer.isEmpty()) {
                BitSet asked = givers[matter].length > 0 ? (BitSet) inQuestion.clone() : new BitSet();
                asked.or(richer);
                law.rules().judgeAgain(columns, law.standards(), together[matter], asked);
            }
            income.takeBack(columns, richer);
            given.give(matter, columns, households, touched);
        }
    }

    /** The answer on what the registers say today. */
    public Outcomes registered(int matter) {
        return registered[matter];
    }

    /** The answer on what would be received if every household had what it is entitled to. */
    public Outcomes together(int matter) {
        return together[matter];
    }

    /** What can be said of a subject: the answer all together where there is one, else the registered one. */
    public Outcomes answer(int matter, int household, int subject) {
        boolean told = switch (together[matter].status(subject)) {
            case ENTITLED, NOT_ENTITLED -> !unsettled.get(household);
            case CANNOT_TELL, REFUSED -> false;
        };
        return told ? together[matter] : registered[matter];
    }

    /** Whether the subject is given something, and nothing else in its place. */
    public boolean gives(int matter, int household, int subject) {
        Outcomes answer = answer(matter, household, subject);
        return answer.status(subject) == Outcomes.Status.ENTITLED
                && !(answer == together[matter]
                        && rivals.standing(matter, household, subject) instanceof Standing.GivesWay);
    }

    /** The matters that give a fact that this one reads. */
    public int[] givers(int matter) {
        return givers[matter].clone();
    }

    /** Whether the answers about a household came to no rest: then nothing but the registered ones can be said. */
    public boolean isUnsettled(int household) {
        return unsettled.get(household);
    }

    /** What became of the answer beside the others. */
    public Standing standing(int matter, int household, int subject) {
        return rivals.standing(matter, household, subject);
    }

    /** By how much less is paid a month because of others, all of it where it gives way. */
    public long lessFen(int matter, int household, int subject) {
        return unsettled.get(household) ? 0 : rivals.lessFen(matter, household, subject);
    }

    /** The number of a matter that is judged here. */
    public int number(MatterId matter) {
        return IntStream.range(0, laws.size())
                .filter(number -> laws.get(number).matter().equals(matter))
                .findFirst()
                .orElseThrow(() -> new NotFound(matter));
    }
}
