package org.weimin.engine;

/**
 * What a rule's value is. Yuan are not plain numbers, so that a rule that compares an income with a head count
 * does not publish; nor does one that names an amount, for amounts are parameters. Zero alone is both.
 */
public record Type(Kind kind, boolean list) {
    public enum Kind {
        MONEY,
        NUMBER,
        ZERO,
        TEXT,
        BOOLEAN,
        DATE,
        MEMBER,
        /** Whatever it is: types of models from elsewhere are checked when they run. */
        ANY
    }

    public static final Type MONEY = new Type(Kind.MONEY, false);
    public static final Type NUMBER = new Type(Kind.NUMBER, false);
    public static final Type ZERO = new Type(Kind.ZERO, false);
    public static final Type TEXT = new Type(Kind.TEXT, false);
    public static final Type BOOLEAN = new Type(Kind.BOOLEAN, false);
    public static final Type DATE = new Type(Kind.DATE, false);
    public static final Type MEMBER = new Type(Kind.MEMBER, false);
    public static final Type ANY = new Type(Kind.ANY, false);
    public static final Type MEMBERS = MEMBER.many();

    public Type many() {
        return new Type(kind, true);
    }

    public Type one() {
        return new Type(kind, false);
    }

    public boolean isNumeric() {
        return !list && (kind == Kind.MONEY || kind == Kind.NUMBER || kind == Kind.ZERO);
    }

    public boolean isOrdered() {
        return isNumeric() || equals(DATE);
    }

    /** Whether both may stand on one side of a sum or a comparison. */
    public boolean fits(Type other) {
        return equals(other) || (kind == Kind.ZERO && other.isNumeric()) || (other.kind == Kind.ZERO && isNumeric());
    }

    /** The more telling of two fitting types. */
    public Type with(Type other) {
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
