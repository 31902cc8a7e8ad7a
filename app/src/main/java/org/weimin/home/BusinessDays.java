package org.weimin.home;

import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.home.internal.ClockStore;
import org.weimin.home.internal.HomeClock;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.Refused;

/**
 * 业务日: begins the days of the office one after the other. A moved clock passes through every day on its way, so
 * that whatever is due in between is worked on its own day.
 */
@Service
public class BusinessDays {
    private final Home home;
    private final HomeClock clock;
    private final ClockStore store;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    BusinessDays(
            Home home,
            HomeClock clock,
            ClockStore store,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.home = home;
        this.clock = clock;
        this.store = store;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        store.startOn(clock.today().minusDays(1));
        clock.moveAheadBy(store.read().aheadDays());
    }

    /** Moves the office forward; the days are begun by {@link #work}, in whatever process does it first. */
    public void advance(int days) {
        if (!home.isPlayground()) {
            throw new Refused("home.clock.not-in-serve");
        }
        if (days < 1 || days > 3_660) {
            throw new Refused("home.clock.only-forward", days);
        }
        store.want(days);
    }

    /**
     * 往日: the work happened so many days ago, for whoever fills a playground with a past. No day begins anew by it, and
     * where the office stands does not change.
     */
    public void ago(int days, Runnable work) {
        if (!home.isPlayground()) {
            throw new Refused("home.clock.not-in-serve");
        }
        clock.back(days, work);
    }

    /** The last day whose beginning has been worked. */
    public LocalDate workedThrough() {
        return store.read().workedThrough();
    }

    public boolean isUpToDate() {
        var stand = store.read();
        return stand.aheadDays() == stand.wantedDays() && !stand.workedThrough().isBefore(clock.today());
    }

    /** Begins every day that is due, each in its own transaction; a day that fails is not passed over. */
    public void work() {
        LocalDate next = nextDay();
        while (beginNext(next)) {
            next = nextDay();
        }
    }

    private LocalDate nextDay() {
        return store.read().workedThrough().plusDays(1);
    }

    private boolean beginNext(LocalDate expected) {
        var job = new Actor.SystemJob("day-began", expected.toString());
        try {
            return Acting.as(job, () -> transaction.execute(status -> begin()));
        } finally {
            clock.moveAheadBy(store.read().aheadDays());
        }
    }

    private boolean begin() {
        var stand = store.lock();
        clock.moveAheadBy(stand.aheadDays());
        int ahead = stand.aheadDays();
        LocalDate day = stand.workedThrough().plusDays(1);
        if (day.isAfter(clock.today())) {
            if (ahead == stand.wantedDays()) {
                return false;
            }
            clock.moveAheadBy(++ahead);
        }
        store.worked(ahead, day);
        events.publishEvent(new DayBegan(day));
        return true;
    }
}
