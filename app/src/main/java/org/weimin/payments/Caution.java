package org.weimin.payments;

/** 核查提示: why a line is blocked, or only looked at, before the money goes. */
public enum Caution {
    DEAD(Weight.FINAL),
    STOPPED(Weight.FINAL),
    HELD(Weight.FINAL),
    NO_ACCOUNT(Weight.FINAL),
    SHARED_ACCOUNT(Weight.BLOCKS),
    DUPLICATE_ACCOUNT(Weight.WARNS),
    CHANGED(Weight.WARNS),
    NEW(Weight.WARNS),
    REISSUED(Weight.WARNS);

    /** A FINAL block goes away when its cause does; a BLOCKS may be cleared by a person with a reason. */
    public enum Weight {
        FINAL,
        BLOCKS,
        WARNS
    }

    private final Weight weight;

    Caution(Weight weight) {
        this.weight = weight;
    }

    public Weight weight() {
        return weight;
    }
}
