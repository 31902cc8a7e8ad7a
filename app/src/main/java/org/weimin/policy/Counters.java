package org.weimin.policy;

import org.weimin.engine.Pack;
import org.weimin.engine.Window;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;

/** 受理窗口归属: a street takes in and handles what streets take in, the county what is the county's own. */
public final class Counters {
    private static final int COUNTY_DIGITS = 6;

    private Counters() {}

    /** Whether the office of this area takes such matters in and handles them. */
    public static boolean isAt(Pack pack, DivisionCode area) {
        boolean county = area.value().length() <= COUNTY_DIGITS;
        return switch (pack.matter().window().accept().orElse(Window.Accept.TOWN)) {
            case COUNTY -> county;
            case TOWN, VILLAGE -> !county;
            case AGENCY, ANY, SYSTEM -> true;
        };
    }

    /** Residents ask for whatever nobody has to come for; an official takes in what the own office does. */
    public static boolean isOpenTo(Pack pack, Actor actor) {
        return switch (actor) {
            case Actor.Staff staff -> isAt(pack, staff.area());
            case Actor.Resident ignored -> !pack.matter().window().inPerson();
            case Actor.Public ignored -> true;
            case Actor.SystemJob ignored -> true;
        };
    }
}
