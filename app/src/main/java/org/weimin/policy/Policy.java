package org.weimin.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.engine.Edition;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.ResolvedValue;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.WorkCalendar;
import org.weimin.policy.internal.CalendarStore;
import org.weimin.policy.internal.HolidayNotice;
import org.weimin.policy.internal.PackShelf;
import org.weimin.policy.internal.PublicationStore;
import org.weimin.policy.internal.Publishing;

/** 政策: the front desk of this room. Published law is read from memory; only its record is in the database. */
@Service
public class Policy {
    private static final int MOST_RESTORED = 40;
    private final PackShelf shelf;
    private final PublicationStore publications;
    private final Publishing publishing;
    private final CalendarStore calendar;
    private final BusinessClock clock;
    /** What was published never changes, so what was once read back serves for ever; the oldest goes. */
    private final Map<String, Pack> restored = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pack> eldest) {
            return size() > MOST_RESTORED;
        }
    });

    private final ApplicationEventPublisher events;

    Policy(
            PackShelf shelf,
            PublicationStore publications,
            Publishing publishing,
            CalendarStore calendar,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.shelf = shelf;
        this.publications = publications;
        this.publishing = publishing;
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
    }

    public Pack pack(MatterId matter) {
        return packs().get(matter);
    }

    public Packs packs() {
        return shelf.packs();
    }

    /** The matters in force today. */
    public List<MatterSummary> catalogue() {
        return catalogue(clock.today());
    }

    public List<MatterSummary> catalogue(LocalDate asOf) {
        return packs().list().stream()
                .filter(pack -> pack.editions().floorKey(asOf) != null)
                .map(pack -> summary(pack, pack.editionOn(asOf)))
                .toList();
    }

    private static MatterSummary summary(Pack pack, Edition edition) {
        return new MatterSummary(
                pack.id(),
                pack.item(),
                pack.title(),
                pack.matter().acts(),
                pack.matter().law(),
                edition.from(),
                isAskedFor(pack, edition));
    }

    /** Whatever grants something, has a form, and follows a process from an application. */
    private static boolean isAskedFor(Pack pack, Edition edition) {
        return pack.matter().acts() == Pack.Acts.GRANT
                && pack.matter().window().isOpen()
                && !edition.form().sections().isEmpty();
    }

    /** A parameter's value at a place on a day; a stop asks the matter that it stops where it has none itself. */
    public ResolvedValue value(MatterId matter, String parameter, DivisionCode place, LocalDate asOf) {
        Pack pack = pack(matter);
        return pack.findParameter(parameter).isPresent() || pack.assessedBy().equals(matter)
                ? pack.value(parameter, place, asOf)
                : value(pack.assessedBy(), parameter, place, asOf);
    }

    /** The edition exactly as it was when an answer was given, whatever the folder says today. */
    @Transactional(readOnly = true)
    public Pack published(MatterId matter, String packVersion) {
        return restored.computeIfAbsent(
                matter + " " + packVersion,
                key -> publications
                        .content(matter, packVersion)
                        .map(files -> Packs.restore(matter, files))
                        .orElseThrow(() -> new NotFound(key)));
    }

    @Transactional(readOnly = true)
    public List<Publication> publications() {
        return publications.list();
    }

    /** Stores every edition that is not stored yet, so that its answers can be had again for ever. */
    @Transactional
    public void publish() {
        publishing.storeAll(clock.now());
    }

    @Transactional(readOnly = true)
    public WorkCalendar calendar() {
        return calendar.on(shelf.calendar());
    }

    /** 载入放假安排: a State Council notice as {@code date,kind,name}; what is loaded stays. */
    @Transactional
    public void loadHolidays(String csv) {
        HolidayNotice notice = HolidayNotice.read(csv);
        calendar.add(notice, clock.now());
        events.publishEvent(new CalendarLoaded(notice.years()));
    }
}
