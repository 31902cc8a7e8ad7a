package org.weimin.linkage;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.linkage.internal.Areas;
import org.weimin.linkage.internal.Resolving;
import org.weimin.linkage.internal.UnreadStore;
import org.weimin.shell.PageOf;

/** 读不懂的来文: what a bureau sent and nobody could keep as an event waits here until a person has put it right. */
@Service
@Transactional
public class UnreadLines {
    private final UnreadStore store;
    private final Resolving resolving;
    private final Linkage linkage;
    private final Areas areas;
    private final Audit audit;
    private final BusinessClock clock;

    UnreadLines(
            UnreadStore store, Resolving resolving, Linkage linkage, Areas areas, Audit audit, BusinessClock clock) {
        this.store = store;
        this.resolving = resolving;
        this.linkage = linkage;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sent again as it was it is kept once. */
    public void keep(String source, EventLine line) {
        store.keep(source, line, areas.office(line.subject()), clock.today());
    }

    /** The source has sent the same number so that it could be read. */
    public void readAfterAll(RegisterEvent.Origin origin, EventId event) {
        store.readAfterAll(origin, event);
    }

    @Transactional(readOnly = true)
    public PageOf<UnreadLine> list(int page) {
        PageOf<UnreadStore.Kept> kept = store.list(Math.max(1, page), PageOf.SIZE);
        return new PageOf<>(kept.rows().stream().map(this::shown).toList(), kept.number(), kept.size(), kept.total());
    }

    @Transactional(readOnly = true)
    public long count() {
        return store.count();
    }

    /** As it was written, numbers of people and all: whoever looks is on record. */
    public UnreadLine look(UUID id) {
        audit.looked("linkage.unread", "unread", id, "linkage.unread.title");
        return shown(open(id));
    }

    /** 更正: in the right words it is an event like any other, under its own source and number. */
    public EventId putRight(UUID id, EventLine right) {
        UnreadStore.Kept kept = open(id);
        EventId event = linkage.register(resolving.resolve(right, kept.source(), DivisionCode.COUNTRY));
        store.settle(id, Optional.of(event), "");
        audit.changed("linkage.unread-righted", id, kept.area().value(), Map.of("event", event.toString()));
        return event;
    }

    /** 不予登记: nothing happened, or not here; with the reason. */
    public void drop(UUID id, String why) {
        UnreadStore.Kept kept = open(id);
        String told = Linkage.words(why);
        store.settle(id, Optional.empty(), told);
        audit.changed("linkage.unread-dropped", id, kept.area().value(), Map.of("why", told));
    }

    private UnreadStore.Kept open(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound(id));
    }

    private UnreadLine shown(UnreadStore.Kept kept) {
        return new UnreadLine(kept.id(), kept.source(), kept.line(), kept.toldOn(), fault(kept));
    }

    private Optional<Refused> fault(UnreadStore.Kept kept) {
        try {
            linkage.demandReadable(resolving.resolve(kept.line(), kept.source(), DivisionCode.COUNTRY));
            return Optional.empty();
        } catch (Refused fault) {
            return Optional.of(fault);
        }
    }
}
