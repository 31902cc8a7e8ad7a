package org.weimin.engine;

/** How much of DMN a file may use. One reader, one model and one evaluation serve both. */
enum Profile {
    /** The law: types of the facts dictionary, amounts in yuan, named rounding, no null, tables without a gap. */
    PACK,
    /** A model from elsewhere: FEEL's own types, 34 digits, null where there is no value. */
    DMN;

    /** Refuses by its name what packs do not have. */
    void beyondPacks(String where, String what) {
        if (this == PACK) {
            throw Faults.unsupported(where, what);
        }
    }
}
