package org.weimin.engine.population;

/**
 * What generated code works on: the household at hand and the standards of its place. Its methods answer for one
 * household, or one member of it, of whom every fact is known.
 */
abstract class MatterCode {
    /** How many members a household may have whose members are told apart by the bits of a long. */
    static final int MOST_MEMBERS = Long.SIZE;

    int household;
    int firstMember;
    int judged;
    long everybody;
    long[] standards = {};

    /** Values worked out under another stamp are stale; the second one also changes with the member who is judged. */
    int householdStamp;

    int memberStamp;

    final void enter(int row, int first, int size) {
        household = row;
        firstMember = first;
        everybody = size == MOST_MEMBERS ? -1 : (1L << size) - 1;
        householdStamp++;
        memberStamp++;
    }

    final void turnTo(int member) {
        judged = member;
        memberStamp++;
    }

    /** Takes the columns of the facts that the rules read. */
    abstract void bind(long[][] householdFacts, long[][] memberFacts);

    /** The first row of the refusals that matches, or -1. */
    abstract int refusal();

    /** Writes for each grant whether it is given, its amount in fen, its basis or months, and its persons. */
    abstract void grants(long[] into);
}
