package org.weimin.divisions;

import java.util.Optional;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Period;

/** 区划: one area of the administrative tree, under the name it had in a period. */
public record Division(DivisionCode code, String name, Level level, DivisionCode parent, Period valid) {

    /** 层级: the length of the code decides it. */
    public enum Level {
        COUNTRY(0),
        PROVINCE(2),
        PREFECTURE(4),
        COUNTY(6),
        TOWN(9),
        COMMUNITY(12);

        private final int digits;

        Level(int digits) {
            this.digits = digits;
        }

        public int digits() {
            return digits;
        }

        public static Level of(DivisionCode code) {
            return switch (code.value().length()) {
                case 0 -> COUNTRY;
                case 2 -> PROVINCE;
                case 4 -> PREFECTURE;
                case 6 -> COUNTY;
                case 9 -> TOWN;
                default -> COMMUNITY;
            };
        }

        /** The level directly below, or nothing under a community. */
        public Optional<Level> below() {
            return switch (this) {
                case COUNTRY -> Optional.of(PROVINCE);
                case PROVINCE -> Optional.of(PREFECTURE);
                case PREFECTURE -> Optional.of(COUNTY);
                case COUNTY -> Optional.of(TOWN);
                case TOWN -> Optional.of(COMMUNITY);
                case COMMUNITY -> Optional.empty();
            };
        }
    }
}
