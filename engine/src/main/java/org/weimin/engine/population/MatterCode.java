package org.weimin.engine.population;

import java.util.Arrays;

/**
 * What generated code works on: the household at hand, the standards of its place, the answer. Its methods come in
 * pairs: for facts that are all known, and for facts of which some are not.
 */
abstract class MatterCode {
    /** How many members a household may have whose members are told apart by the bits of a long. */
    static final int MOST_MEMBERS = Long.SIZE;

    int household;
    int firstMember;
    int judged;
    long judgedBit;
    long everybody;
    long[] standards = {};

    /** Values worked out under another stamp are stale; the second one also changes with the member who is judged. */
    int householdStamp;

    int memberStamp;
    private Outcomes outcomes = new Outcomes();
    private int subject;
    private int given;
    private long missing;

    final void writeTo(Outcomes into) {
        outcomes = into;
    }

    final void enter(int row, int first, int size) {
        household = row;
        firstMember = first;
        everybody = size == MOST_MEMBERS ? -1 : (1L << size) - 1;
        householdStamp++;
        memberStamp++;
    }

    final void turnTo(int member) {
        judged = member;
        judgedBit = bit(member);
        memberStamp++;
    }

    /** A member as if there were no other. */
    final void enterAlone(int row, int first, int member) {
        enter(row, first + member, 1);
        judged = 0;
        judgedBit = bit(member);
    }

    /** The bit of a member in a list; those beyond the bits of a long have none. */
    static long bit(int member) {
        return member < MOST_MEMBERS ? 1L << member : 0;
    }

    /** Takes the columns of the facts that the rules read. */
    abstract void bind(Column[] householdFacts, Column[] memberFacts);

    /** The first row of the refusals that matches, or -1. */
    abstract int refusal();

    /** The first row of the refusals that surely matches, or -1; {@link #isTrue} gathers what the others wait for. */
    abstract int refusalMaybe();

    /** Gives each grant that is due. */
    abstract void grants();

    abstract void grantsMaybe();

    /** Answers for a subject of which every fact is known. */
    final void answerKnown(int asked, int[] refusals) {
        subject = asked;
        int refusal = refusal();
        if (refusal >= 0) {
            outcomes.refuse(asked, refusals[refusal]);
            return;
        }
        given = 0;
        grants();
        close();
    }

    final void answerMaybe(int asked, int[] refusals) {
        subject = asked;
        missing = 0;
        int refusal = refusalMaybe();
        if (refusal >= 0) {
            outcomes.refuse(asked, refusals[refusal]);
            return;
        }
        given = 0;
        if (missing == 0) {
            grantsMaybe();
        }
        if (missing == 0) {
            close();
        } else {
            outcomes.cannotTell(asked, missing);
        }
    }

    private void close() {
        if (given > 0) {
            outcomes.entitle(subject);
        } else {
            outcomes.turnAway(subject, "engine.no-grant");
        }
    }

    final void give(int grant, long fen, long basis, long persons) {
        outcomes.give(subject, grant, fen, basis, persons);
        given++;
    }

    /** Whether a condition surely holds; if that is not known, what it waits for is missing. */
    final boolean isTrue(Maybe condition) {
        if (!condition.known) {
            missing |= condition.missing;
        }
        return condition.isTrue();
    }

    /** One side of a grant with so many decimals more; if it is not known, what it waits for is missing. */
    final long part(Maybe value, int moreDecimals) {
        if (!value.known) {
            missing |= value.missing;
            return 0;
        }
        return moreDecimals >= 0 ? Exact.shifted(value.low, moreDecimals) : Exact.unshifted(value.low, -moreDecimals);
    }

    static Maybe[] registers() {
        var registers = new Maybe[MOST_MEMBERS];
        Arrays.setAll(registers, member -> new Maybe());
        return registers;
    }
}
