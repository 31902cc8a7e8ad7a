package org.weimin.engine.population;

import java.util.BitSet;
import java.util.List;

/** Runs compiled rules over columns: known households by the code, the rest by whoever can answer for them. */
final class Judging {
    private final Columns columns;
    private final Standards standards;
    private final Outcomes outcomes;
    private final MatterCode code;
    private final ByInterpreter byInterpreter;
    private final boolean persons;
    /** Whether a person is judged without a look at the others, however many there are. */
    private final boolean alone;

    private final int[] refusals;
    private final long[] householdsKnown;
    private final long[] membersKnown;

    Judging(CompiledMatter matter, Columns columns, Standards standards, Outcomes outcomes) {
        this.persons = matter.pack().matter().judgesPersons();
        this.alone = persons && !matter.program().asksEverybody();
        this.columns = columns;
        this.standards = standards;
        this.outcomes = outcomes;
        Program program = matter.program();
        this.code = matter.newCode();
        this.byInterpreter = new ByInterpreter(matter, columns, standards, outcomes);
        this.refusals = program.refusals().stream()
                .mapToInt(refusal -> Words.code(refusal.code()))
                .toArray();
        List<Column> ofHousehold = columns(program.householdFacts());
        List<Column> ofMember = columns(program.memberFacts());
        this.householdsKnown = Known.all(ofHousehold, columns.households());
        this.membersKnown = Known.all(ofMember, columns.members());
        code.bind(ofHousehold.toArray(Column[]::new), ofMember.toArray(Column[]::new));
        code.writeTo(outcomes);
    }

    private List<Column> columns(List<String> facts) {
        return facts.stream().map(columns::column).toList();
    }

    void all() {
        for (int household = 0; household < columns.households(); household++) {
            judge(household);
        }
    }

    /** Takes back what was given to these households, and judges them anew. */
    void again(BitSet households) {
        for (int household = households.nextSetBit(0);
                household >= 0;
                household = households.nextSetBit(household + 1)) {
            int from = persons ? columns.firstMember(household) : household;
            int until = persons ? columns.firstMember(household + 1) : household + 1;
            for (int subject = from; subject < until; subject++) {
                outcomes.takeBack(subject);
            }
            judge(household);
        }
    }

    private void judge(int household) {
        int first = columns.firstMember(household);
        int size = columns.size(household);
        code.standards = standards.at(columns.place(household));
        if (alone) {
            for (int member = 0; member < size; member++) {
                code.enterAlone(household, first, member);
                judge(first + member, household, first + member, 1);
            }
            return;
        }
        code.enter(household, first, size);
        if (!persons) {
            judge(household, household, first, size);
            return;
        }
        for (int member = 0; member < size; member++) {
            code.turnTo(member);
            judge(first + member, household, first, size);
        }
    }

    /** One subject, whose answer depends on so many members from the first one on. */
    private void judge(int subject, int household, int first, int size) {
        if (size <= MatterCode.MOST_MEMBERS && code.standards.length > 0) {
            try {
                if (Known.is(householdsKnown, household) && Known.range(membersKnown, first, first + size)) {
                    code.answerKnown(subject, refusals);
                } else {
                    code.answerMaybe(subject, refusals);
                }
                return;
            } catch (ArithmeticException beyondLong) {
                // The interpreter's decimals have no bounds, and its refusal of a fraction of a fen names the rule.
                outcomes.takeBack(subject);
            }
        }
        if (persons) {
            byInterpreter.judgeMember(household, subject);
        } else {
            byInterpreter.judgeHousehold(household);
        }
    }
}
