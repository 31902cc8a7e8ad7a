package org.weimin.people.internal;

import java.util.List;
import org.weimin.people.Likeness;

/** 固定权重: reasons that weigh the same for everybody; the others weigh by how rare the value is. */
public final class FixedWeights {
    static final Likeness NAME_DIFFERENT = fixed("name", "different", 0.03, 1);
    /** Thirty of ten thousand days are one slip of the pen from a given one. */
    static final Likeness BIRTH_NEAR = fixed("birth", "near", 0.07, 0.0015);

    static final Likeness BIRTH_DIFFERENT = fixed("birth", "different", 0.03, 1);
    static final Likeness SEX_EQUAL = fixed("sex", "equal", 0.98, 0.5);
    static final Likeness SEX_DIFFERENT = fixed("sex", "different", 0.02, 0.5);
    /** Born on one day in one place, every thirtieth has a number like that by chance. */
    static final Likeness IDENTITY_SLIP = fixed("identity", "slip", 0.40, 0.03);

    static final Likeness IDENTITY_REGION = fixed("identity", "region", 0.10, 0.002);
    static final Likeness IDENTITY_BIRTH = fixed("identity", "birth", 0.40, 0.002);
    static final Likeness IDENTITY_DIFFERENT = fixed("identity", "different", 0.45, 0.97);
    static final Likeness PHONE_DIFFERENT = fixed("phone", "different", 0.5, 1);
    static final Likeness CARD_DIFFERENT = fixed("card", "different", 0.6, 1);
    static final Likeness PLACE_DIFFERENT = fixed("place", "different", 0.4, 1);
    static final Likeness DEATH_DIFFERENT = fixed("death", "different", 0.02, 0.98);
    /** Twins share birth date, surname, often a character and always the home; one in fifty births is one. */
    static final Likeness TWINS_HOME = new Likeness("twins", "home", -120, 0);

    static final Likeness TWINS_APART = new Likeness("twins", "apart", -50, 0);
    static final Likeness ROSTER_TOGETHER = new Likeness("roster", "together", -80, 0);
    static final Likeness KIN_RECORDED = new Likeness("kin", "recorded", -100, 0);

    /** As the page prints them. */
    public static final List<Likeness> ALL = List.of(
            BIRTH_NEAR,
            SEX_EQUAL,
            IDENTITY_SLIP,
            IDENTITY_REGION,
            IDENTITY_BIRTH,
            NAME_DIFFERENT,
            BIRTH_DIFFERENT,
            SEX_DIFFERENT,
            IDENTITY_DIFFERENT,
            PHONE_DIFFERENT,
            CARD_DIFFERENT,
            PLACE_DIFFERENT,
            DEATH_DIFFERENT,
            TWINS_HOME,
            TWINS_APART,
            ROSTER_TOGETHER,
            KIN_RECORDED);

    private FixedWeights() {}

    private static Likeness fixed(String field, String how, double amongSame, double amongOthers) {
        return new Likeness(field, how, Weights.of(amongSame, amongOthers), 0);
    }
}
