package org.weimin.engine.population;

import java.util.List;

/** Runs compiled rules over columns: known households by the code, the rest by whoever can answer for them. */
final class Judging {
    private static final int GRANT_PARTS = 4;
    private final CompiledMatter matter;
    private final Columns columns;
    private final Standards standards;
    private final Outcomes outcomes;
    private final Program program;
    private final MatterCode code;
    private final ByInterpreter byInterpreter;
    private final long[] given;
    private final int[] refusals;
    private final long[] householdsKnown;
    private final long[] membersKnown;

    Judging(CompiledMatter matter, Columns columns, Standards standards, Outcomes outcomes) {
        this.matter = matter;
        this.columns = columns;
        this.standards = standards;
        this.outcomes = outcomes;
        this.program = matter.program();
        this.code = matter.newCode();
        this.byInterpreter = new ByInterpreter(matter, columns, standards, outcomes);
        this.given = new long[GRANT_PARTS * program.grants().size()];
        this.refusals = program.refusals().stream()
                .mapToInt(refusal -> Words.code(refusal.code()))
                .toArray();
        List<Column> ofHousehold = columns(program.householdFacts());
        List<Column> ofMember = columns(program.memberFacts());
        this.householdsKnown = Known.all(ofHousehold, columns.households());
        this.membersKnown = Known.all(ofMember, columns.members());
        code.bind(values(ofHousehold), values(ofMember));
    }

    private List<Column> columns(List<String> facts) {
        return facts.stream().map(columns::column).toList();
    }

    private static long[][] values(List<Column> columns) {
        return columns.stream().map(column -> column.values).toArray(long[][]::new);
    }

    void all() {
        boolean persons = matter.pack().matter().judgesPersons();
        for (int household = 0; household < columns.households(); household++) {
            int first = columns.firstMember(household);
            int size = columns.size(household);
            code.standards = standards.at(columns.place(household));
            boolean compiled = size <= MatterCode.MOST_MEMBERS
                    && code.standards.length > 0
                    && Known.is(householdsKnown, household)
                    && Known.range(membersKnown, first, first + size);
            if (compiled) {
                code.enter(household, first, size);
            }
            if (!persons) {
                judge(household, household, compiled);
                continue;
            }
            for (int member = 0; member < size; member++) {
                code.turnTo(member);
                judge(first + member, household, compiled);
            }
        }
    }

    private void judge(int subject, int household, boolean compiled) {
        if (compiled) {
            try {
                answer(subject);
                return;
            } catch (ArithmeticException beyondLong) {
                // The interpreter's decimals have no bounds, and its refusal of a fraction of a fen names the rule.
            }
        }
        if (matter.pack().matter().judgesPersons()) {
            byInterpreter.judgeMember(household, subject);
        } else {
            byInterpreter.judgeHousehold(household);
        }
    }

    private void answer(int subject) {
        int refusal = code.refusal();
        if (refusal >= 0) {
            outcomes.refuse(subject, refusals[refusal]);
            return;
        }
        code.grants(given);
        boolean any = false;
        for (int grant = 0; grant < given.length; grant += GRANT_PARTS) {
            if (given[grant] != 0) {
                outcomes.give(subject, grant / GRANT_PARTS, given[grant + 1], given[grant + 2], given[grant + 3]);
                any = true;
            }
        }
        if (any) {
            outcomes.entitle(subject);
        } else {
            outcomes.turnAway(subject, "engine.no-grant");
        }
    }
}
