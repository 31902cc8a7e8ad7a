package org.weimin.kernel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** 当前行为人: the actor of the running thread. A transaction that begins states it to the database. */
public final class Acting {
    private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();

    private Acting() {}

    /** The current actor, or {@link Actor.Public} when nobody has signed in. */
    public static Actor current() {
        Actor actor = CURRENT.get();
        return actor == null ? new Actor.Public() : actor;
    }

    /** The signed-in staff member; anybody else is refused. */
    public static Actor.Staff staff() {
        if (current() instanceof Actor.Staff staff) {
            return staff;
        }
        throw new Forbidden("staff");
    }

    /** The resident who has signed in; anybody else is refused. */
    public static Actor.Resident resident() {
        if (current() instanceof Actor.Resident resident) {
            return resident;
        }
        throw new Forbidden("resident");
    }

    /** Runs the work as the actor and restores whoever acted before. */
    public static <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
        Actor before = CURRENT.get();
        CURRENT.set(actor);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    public static void as(Actor actor, Runnable work) {
        Acting.<@Nullable Void>as(actor, () -> {
            work.run();
            return null;
        });
    }

    /** Work of a servlet filter, which may throw two kinds of checked exceptions. */
    @FunctionalInterface
    public interface Work<E1 extends Exception, E2 extends Exception> {
        void run() throws E1, E2;
    }

    /** Like {@link #as(Actor, Runnable)}, for work that throws. */
    public static <E1 extends Exception, E2 extends Exception> void during(Actor actor, Work<E1, E2> work)
            throws E1, E2 {
        Actor before = CURRENT.get();
        CURRENT.set(actor);
        try {
            work.run();
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable Actor before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}
