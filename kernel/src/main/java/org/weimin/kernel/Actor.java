package org.weimin.kernel;

import java.util.Set;
import java.util.UUID;

/** 行为人: who acts in a transaction. Row-level security and the audit record both ask it; no actor sees no row. */
public sealed interface Actor {
    /** A staff member in one post: {@code area} is the division whose subtree the post may see. */
    record Staff(StaffId id, String name, PostId post, String role, Set<String> permissions, DivisionCode area)
            implements Actor {
        public Staff {
            permissions = Set.copyOf(permissions);
        }
    }

    /**
     * A resident who acts on the own file. The circle is everybody and every household whose rows that file has: the
     * database shows a resident nothing else.
     */
    record Resident(PersonId person, Set<UUID> circle, Set<String> permissions) implements Actor {
        public Resident {
            circle = Set.copyOf(circle);
            permissions = Set.copyOf(permissions);
        }

        /** The same person on the public pages, which show everybody the same: no circle, and nothing permitted. */
        public Resident outside() {
            return new Resident(person, Set.of(), Set.of());
        }

        public boolean isInOwnFile() {
            return !circle.isEmpty();
        }
    }

    /** Anybody: sees what is published and nothing else. */
    record Public() implements Actor {}

    /** A job of the system; entered only through {@code Acting.asSystem}, with the cause that started it. */
    record SystemJob(String job, String cause) implements Actor {}

    default boolean may(String permission) {
        return switch (this) {
            case Staff staff -> staff.permissions().contains(permission);
            case Resident resident -> resident.permissions().contains(permission);
            case Public ignored -> false;
            case SystemJob ignored -> true;
        };
    }

    default String kind() {
        return switch (this) {
            case Staff ignored -> "staff";
            case Resident ignored -> "resident";
            case Public ignored -> "public";
            case SystemJob ignored -> "system";
        };
    }

    /** The id or job name, never a person's name, as the audit record and the database setting keep it. */
    default String key() {
        return switch (this) {
            case Staff staff -> staff.id().toString();
            case Resident resident -> resident.person().toString();
            case Public ignored -> "public";
            case SystemJob job -> job.job();
        };
    }

    /** The subtree whose rows this actor may see. Only staff and the system have one. */
    default AreaRange areaRange() {
        return switch (this) {
            case Staff staff -> new AreaRange(staff.area().value(), staff.area().areaUntil());
            case SystemJob ignored -> new AreaRange("", DivisionCode.COUNTRY.areaUntil());
            case Resident ignored -> AreaRange.NOTHING;
            case Public ignored -> AreaRange.NOTHING;
        };
    }

    /** Areas {@code from <= area < until}, compared as text in the C collation. */
    record AreaRange(String from, String until) {
        static final AreaRange NOTHING = new AreaRange("", "");
    }
}
