package org.weimin.engine.population;

/**
 * A named value of compiled rules, worked out when it is first asked for: a decision, a function for given arguments,
 * or what a table's column asks. It depends on the household and on the members of the loops around it.
 */
final class Unit {
    private final int number;
    private final String name;
    private final Node body;
    private final long free;
    private final boolean asksJudged;

    Unit(int number, String name, Node body) {
        this.number = number;
        this.name = name;
        this.body = body;
        this.free = body.free();
        this.asksJudged = body.asksJudged();
    }

    int number() {
        return number;
    }

    /** The name of its method, readable in a profile. */
    String method() {
        return name + "$" + number;
    }

    /** The name of the method for facts that may be unknown. */
    String maybeMethod() {
        return method() + "$maybe";
    }

    Node body() {
        return body;
    }

    long free() {
        return free;
    }

    int arity() {
        return Long.bitCount(free);
    }

    boolean asksJudged() {
        return asksJudged;
    }

    @Override
    public String toString() {
        return method();
    }
}
