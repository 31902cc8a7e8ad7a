package org.weimin.people.internal;

/**
 * 一致程度: what the comparison of one field may find, and two chances of it, in millionths: when both records are one
 * resident's, and when they are two people's. The first is a guess that the records of each county correct (see
 * {@link Weights}); the second is counted by how rare the value is, or stands here where no value says it.
 */
enum Level {
    NAME_EQUAL(Group.NAME, "name", "equal", 840_000, Level.COUNTED),
    NAME_SOUND(Group.NAME, "name", "sound", 90_000, Level.COUNTED),
    NAME_SHAPE(Group.NAME, "name", "shape", 20_000, Level.COUNTED),
    NAME_CHARACTER(Group.NAME, "name", "character", 20_000, Level.COUNTED),
    NAME_DIFFERENT(Group.NAME, "name", "different", 30_000, 1_000_000),

    BIRTH_EQUAL(Group.BIRTH, "birth", "equal", 900_000, Level.COUNTED),
    /** Forty of twenty-eight thousand days are one slip of the pen from a given one. */
    BIRTH_NEAR(Group.BIRTH, "birth", "near", 70_000, 1_500),
    BIRTH_DIFFERENT(Group.BIRTH, "birth", "different", 30_000, 1_000_000),

    SEX_EQUAL(Group.SEX, "sex", "equal", 980_000, 500_000),
    SEX_DIFFERENT(Group.SEX, "sex", "different", 20_000, 500_000),

    PHONE_EQUAL(Group.PHONE, "phone", "equal", 500_000, Level.COUNTED),
    PHONE_DIFFERENT(Group.PHONE, "phone", "different", 500_000, 1_000_000),
    CARD_EQUAL(Group.CARD, "card", "equal", 400_000, Level.COUNTED),
    CARD_DIFFERENT(Group.CARD, "card", "different", 600_000, 1_000_000),
    ADDRESS_EQUAL(Group.PLACE, "address", "equal", 350_000, Level.COUNTED),
    PLACE_EQUAL(Group.PLACE, "place", "equal", 250_000, Level.COUNTED),
    PLACE_DIFFERENT(Group.PLACE, "place", "different", 400_000, 1_000_000),

    /** Who lives with the one lives, or lived, with the other too, in another household. */
    CIRCLE_SHARED(Group.CIRCLE, "circle", "shared", 100_000, 1_000),
    CIRCLE_APART(Group.CIRCLE, "circle", "apart", 900_000, 999_000),

    /** The order of a day has 499 numbers for either sex, 24 of them one slip from a given one, in the same region. */
    NUMBER_SLIP(Group.NUMBER, "identity", "slip", 500_000, 30_000),
    NUMBER_REGION(Group.NUMBER, "identity", "region", 100_000, 2_000),
    NUMBER_DIFFERENT(Group.NUMBER, "identity", "different", 400_000, 968_000),
    /** The police give out small orders first. */
    NUMBER_BIRTH(Group.NUMBER_OF_ANOTHER_DAY, "identity", "birth", 600_000, 10_000),
    NUMBER_OTHER(Group.NUMBER_OF_ANOTHER_DAY, "identity", "different", 400_000, 990_000),

    DEATH_DIFFERENT(Group.FIXED, "death", "different", 20_000, 1_000_000),
    /** Twins share birth date, surname, often a character and always the home; one in fifty births is one. */
    TWINS_HOME(Group.FIXED, "twins", "home", 244, 1_000_000),
    TWINS_APART(Group.FIXED, "twins", "apart", 31_250, 1_000_000),
    ROSTER_TOGETHER(Group.FIXED, "roster", "together", 3_906, 1_000_000),
    KIN_RECORDED(Group.FIXED, "kin", "recorded", 977, 1_000_000);

    /** No chance, but: it is counted, value by value. */
    static final int COUNTED = -1;

    /** 一组: levels of which a pair shows one; their chances sum to one. What is fixed is not learnt. */
    enum Group {
        NAME,
        BIRTH,
        SEX,
        PHONE,
        CARD,
        PLACE,
        CIRCLE,
        NUMBER,
        NUMBER_OF_ANOTHER_DAY,
        FIXED;

        boolean isOfNumbers() {
            return this == NUMBER || this == NUMBER_OF_ANOTHER_DAY;
        }
    }

    private final Group group;
    private final String field;
    private final String how;
    private final int amongSame;
    private final int amongOthers;

    Level(Group group, String field, String how, int amongSame, int amongOthers) {
        this.group = group;
        this.field = field;
        this.how = how;
        this.amongSame = amongSame;
        this.amongOthers = amongOthers;
    }

    Group group() {
        return group;
    }

    String field() {
        return field;
    }

    String how() {
        return how;
    }

    int amongSame() {
        return amongSame;
    }

    int amongOthers() {
        return amongOthers;
    }

    boolean isCounted() {
        return amongOthers == COUNTED;
    }

    /** Whether it is one of those that a family shares. */
    boolean isOfContact() {
        return this == PHONE_EQUAL || this == CARD_EQUAL || this == ADDRESS_EQUAL || this == PLACE_EQUAL;
    }

    /** What was found, where it weighs the same for everybody. */
    Observation observed() {
        return new Observation(this, 0);
    }

    /** What was found, where it weighs by how many residents have the same. */
    Observation sharedBy(int residents) {
        return new Observation(this, residents);
    }

    /** 观察: a level that a pair shows; {@code shared} is how many residents have the same value, where that counts. */
    record Observation(Level level, int shared) {}
}
