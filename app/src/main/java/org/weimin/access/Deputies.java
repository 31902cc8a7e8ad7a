package org.weimin.access;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.internal.DeputyStore;
import org.weimin.audit.Audit;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;

/** 代岗: lending the own post to a colleague of the same office or of one above, for days that end by themselves. */
@Service
@Transactional
public class Deputies {
    /** Who watches the others stands in for nobody. */
    private static final Set<Role> WATCHING = EnumSet.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR);

    private static final int LONGEST_DAYS = 31;
    private final DeputyStore store;
    private final Staffing staffing;
    private final Audit audit;
    private final BusinessClock clock;

    Deputies(DeputyStore store, Staffing staffing, Audit audit, BusinessClock clock) {
        this.store = store;
        this.staffing = staffing;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whom the acting official may ask: colleagues whose own post reaches at least as far. */
    @Transactional(readOnly = true)
    public List<StaffMember> candidates() {
        return staffing.colleagues(Acting.staff().area(), role -> !WATCHING.contains(role));
    }

    /** Only the holder lends a post: what was lent is not lent on. */
    public void lend(StaffId deputy, LocalDate first, LocalDate last, String reason) {
        Actor.Staff own = Acting.staff();
        LocalDate today = clock.today();
        if (first.isBefore(today) || last.isBefore(first) || !last.isBefore(first.plusDays(LONGEST_DAYS))) {
            throw new Refused("access.deputy.days");
        }
        if (reason.isBlank()) {
            throw new Refused("access.deputy.no-reason");
        }
        boolean holdsIt = staffing.seats().stream()
                .anyMatch(seat -> seat.post().id().equals(own.post())
                        && seat.holder()
                                .filter(holder -> holder.id().equals(own.id()))
                                .isPresent());
        if (!holdsIt || candidates().stream().noneMatch(member -> member.id().equals(deputy))) {
            throw new Refused("access.deputy.nobody");
        }
        var term = new Deputy.Term(first, last);
        if (!store.insert(own, deputy, term, reason.strip(), clock.now())) {
            throw new Refused("access.deputy.taken-days");
        }
        audit.changed(
                "access.deputised",
                deputy.value(),
                own.area().value(),
                Map.of("post", own.post().toString(), "first", first.toString(), "last", last.toString()));
    }

    /** From this moment the deputy sits there no more, in whatever page it may be. */
    public void takeBack(UUID id) {
        Actor.Staff own = Acting.staff();
        Deputy lent = store.current(own.id(), clock.today()).stream()
                .filter(each -> each.id().equals(id) && each.isGivenBy(own.id()))
                .findFirst()
                .orElseThrow(() -> new NotFound(id));
        store.end(id, clock.now());
        audit.changed(
                "access.deputy-ended",
                lent.deputy().value(),
                own.area().value(),
                Map.of("post", lent.post().id().toString()));
    }

    /** What the acting official has lent or was lent, and that is not over. */
    @Transactional(readOnly = true)
    public List<Deputy> own() {
        return store.current(Acting.staff().id(), clock.today());
    }
}
