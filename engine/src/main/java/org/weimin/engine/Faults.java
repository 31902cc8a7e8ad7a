package org.weimin.engine;

import org.weimin.kernel.Refused;

/** The refusals of a pack that does not publish; each says where and what. */
final class Faults {
    private Faults() {}

    /** A construct outside the supported part of DMN and FEEL, by its name. */
    static Refused unsupported(String where, String what) {
        return new Refused("engine.pack.unsupported", where, what);
    }

    static Refused syntax(String where, String what) {
        return new Refused("engine.pack.syntax", where, what);
    }

    static Refused unknownName(String where, String name) {
        return new Refused("engine.pack.unknown-name", where, name);
    }

    static Refused type(String where, String what) {
        return new Refused("engine.pack.type", where, what);
    }

    static Refused gap(String where, String combination) {
        return new Refused("engine.pack.gap", where, combination);
    }

    static Refused overlap(String where, String combination) {
        return new Refused("engine.pack.overlap", where, combination);
    }

    /** Engines disagree on "some" and "every" over values that may not be known, so no rule may ask it. */
    static Refused unknownInQuantifier(String where, String fact) {
        return new Refused("engine.pack.unknown-in-quantifier", where, fact);
    }

    static Refused endless(long steps) {
        return new Refused("engine.endless", steps);
    }

    static Refused unreachable(String where) {
        return new Refused("engine.pack.unreachable", where);
    }

    /** 社会救助法 62: what the office can look up, or writes itself, may not be demanded of whoever applies. */
    static Refused neverAsked(String where, String paper) {
        return new Refused("engine.pack.never-asked", where, paper);
    }

    /** A link names an event, matter, filter or bureau that is not there. */
    static Refused unknownLink(String where, String name) {
        return new Refused("engine.pack.unknown-link", where, name);
    }

    /** 社会救助法 48: what takes something away needs the hearing, or an exception from it that is listed. */
    static Refused noHearing(String where, String gate) {
        return new Refused("engine.pack.no-hearing", where, gate);
    }

    static Refused noReason(String where) {
        return new Refused("engine.pack.no-reason", where);
    }

    /** Nobody has said what an event does in a matter. */
    static Refused emptyCell(String where, String cells) {
        return new Refused("engine.pack.empty-cell", where, cells);
    }

    static Refused noLaw(String where) {
        return new Refused("engine.pack.no-law", where);
    }
}
