package org.weimin.engine;

/**
 * What a rule's value is. Yuan are not plain numbers, so that a rule that compares an income with a head count
 * does not publish; nor does one that names an amount, for amounts are parameters. Zero alone is both.
 */
record Type(Kind kind, boolean list) {
    enum Kind {
        MONEY,
        NUMBER,
        ZERO,
        TEXT,
        BOOLEAN,
        DATE,
        MEMBER
    }

    static final Type MONEY = new Type(Kind.MONEY, false);
    static final Type NUMBER = new Type(Kind.NUMBER, false);
    static final Type ZERO = new Type(Kind.ZERO, false);
    static final Type TEXT = new Type(Kind.TEXT, false);
    static final Type BOOLEAN = new Type(Kind.BOOLEAN, false);
    static final Type DATE = new Type(Kind.DATE, false);
    static final Type MEMBER = new Type(Kind.MEMBER, false);
    static final Type MEMBERS = MEMBER.many();

    Type many() {
        return new Type(kind, true);
    }

    Type one() {
        return new Type(kind, false);
    }

    boolean isNumeric() {
        return !list && (kind == Kind.MONEY || kind == Kind.NUMBER || kind == Kind.ZERO);
    }

    boolean isOrdered() {
        return isNumeric() || equals(DATE);
    }

    /** Whether both may stand on one side of a sum or a comparison. */
    boolean fits(Type other) {
        return equals(other) || (kind == Kind.ZERO && other.isNumeric()) || (other.kind == Kind.ZERO && isNumeric());
    }

    /** The more telling of two fitting types. */
    Type with(Type other) {
        return kind == Kind.ZERO ? other : this;
    }

    /** Reads the type as packs and DMN files write it. */
    static Type named(String name) {
        return switch (name) {
            case "money" -> MONEY;
            case "number" -> NUMBER;
            case "text", "string" -> TEXT;
            case "boolean" -> BOOLEAN;
            case "date" -> DATE;
            default -> throw Faults.unsupported("type", name);
        };
    }

    @Override
    public String toString() {
        String name = kind.name().toLowerCase(java.util.Locale.ROOT);
        return list ? "list of " + name : name;
    }
}
