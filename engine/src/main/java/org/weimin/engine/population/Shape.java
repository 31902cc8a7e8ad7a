package org.weimin.engine.population;

import org.weimin.engine.Type;
import org.weimin.kernel.Refused;

/** What a whole number of compiled code stands for; a number has its decimals, known when the rules are compiled. */
record Shape(Kind kind, int scale) {
    enum Kind {
        NUMBER,
        TRUTH,
        TEXT,
        DATE,
        MEMBER,
        MEMBERS
    }

    static final Shape TRUTH = new Shape(Kind.TRUTH, 0);
    static final Shape TEXT = new Shape(Kind.TEXT, 0);
    static final Shape DATE = new Shape(Kind.DATE, 0);
    static final Shape MEMBER = new Shape(Kind.MEMBER, 0);
    static final Shape MEMBERS = new Shape(Kind.MEMBERS, 0);

    static Shape number(int scale) {
        return new Shape(Kind.NUMBER, scale);
    }

    /** The shape of a fact or parameter whose numbers have the scale. */
    static Shape of(String where, Type type, int scale) {
        if (type.isNumeric()) {
            return number(scale);
        }
        if (type.equals(Type.TEXT)) {
            return TEXT;
        }
        if (type.equals(Type.DATE)) {
            return DATE;
        }
        if (type.equals(Type.BOOLEAN)) {
            return TRUTH;
        }
        throw new Refused("engine.pack.unsupported", where, "a " + type + " in compiled rules");
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
