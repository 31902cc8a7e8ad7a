package org.weimin.simulator;

/** 应答方式: how a played bureau answers. */
public enum Behaviour {
    PROMPT,
    /** Takes the question and answers after three weeks. */
    LATE,
    /** Says something else than what is true. */
    CONTRADICTORY,
    /** Answers about somebody of the same name. */
    HOMONYM,
    /** The register of deaths has the person, and all others go on as before. */
    DEAD_BUT_LISTED,
    /** Uses a code that nobody knows. */
    WRONG_CODE,
    /** Hangs twice before it answers. */
    TIMEOUT,
    /** Answers everything under one number. */
    DUPLICATE,
    /** Leaves something out twice before it answers in full. */
    PARTIAL,
    UNKNOWN_PERSON,
    GARBLED,
    HUGE,
    /** Any of the others, drawn from the seed and the question. */
    MIXED
}
