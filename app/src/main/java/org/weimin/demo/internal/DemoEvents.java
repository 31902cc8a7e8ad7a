package org.weimin.demo.internal;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.weimin.demo.internal.Residents.Resident;
import org.weimin.engine.EventKind.Detail;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.linkage.About;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.RegisterEvent;

/** 生活事件: what lately happened to people of the county is told as registers, feeds and clerks would tell it. */
@Component
class DemoEvents {
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static final int APART_DAYS = 3;
    private final Linkage linkage;
    private final BusinessClock clock;

    DemoEvents(Linkage linkage, BusinessClock clock) {
        this.linkage = linkage;
        this.clock = clock;
    }

    /** In a smaller county not everything finds somebody to happen to; what finds nobody does not happen. */
    void tell(DemoLoad.Filled county) {
        Set<HouseholdId> receiving = new HashSet<>();
        county.truths().stream()
                .filter(truth -> truth.kind() == Truth.Kind.RECEIVING_RIGHTLY)
                .forEach(truth -> receiving.add(truth.family().id()));
        Deque<Resident> waiting = new ArrayDeque<>();
        county.families().stream()
                .filter(family -> !family.place().equals(MainJourney.COMMUNITY))
                .flatMap(family -> family.relatives().stream().map(person -> new Resident(family, person)))
                .filter(resident -> resident.person().diedOn().isEmpty())
                .forEach(waiting::addFirst);
        int number = 1;
        for (Happenings.Line line : Happenings.read().lines()) {
            for (int i = 0; i < line.times(); i++) {
                tell(line, i, number++, waiting, receiving);
            }
        }
    }

    private void tell(
            Happenings.Line line, int which, int number, Deque<Resident> waiting, Set<HouseholdId> receiving) {
        LocalDate happened = clock.today().minusDays(line.daysAgo() + (long) APART_DAYS * which);
        LocalDate told = happened.plusDays(line.late());
        var origin = new RegisterEvent.Origin(
                line.source(), "%d-%04d".formatted(clock.today().getYear(), number));
        if (!line.nobody().isEmpty()) {
            register(line, origin, About.unknown(line.nobody()), happened, told, COUNTY, Map.of());
            return;
        }
        next(waiting, wanted(line, receiving)).ifPresent(resident -> {
            var details = new EnumMap<Detail, String>(Detail.class);
            other(line, resident, waiting).ifPresent(id -> details.put(Detail.OTHER_PERSON, id));
            register(
                    line,
                    origin,
                    About.of(resident.person().id()),
                    happened,
                    told,
                    resident.family().place(),
                    details);
        });
    }

    private void register(
            Happenings.Line line,
            RegisterEvent.Origin origin,
            About about,
            LocalDate happened,
            LocalDate told,
            DivisionCode place,
            Map<Detail, String> others) {
        var details = new EnumMap<Detail, String>(Detail.class);
        details.putAll(others);
        line.details().forEach((detail, text) -> details.put(detail, counted(text, happened)));
        LocalDate reported = told.isAfter(clock.today()) ? clock.today() : told;
        linkage.register(new RegisterEvent(line.kind(), origin, about, happened, reported, place, details));
    }

    /** {@code +3650} is so many days after it happened. */
    private static String counted(String text, LocalDate happened) {
        return text.startsWith("+")
                ? happened.plusDays(Long.parseLong(text.substring(1))).toString()
                : text;
    }

    private Predicate<Resident> wanted(Happenings.Line line, Set<HouseholdId> receiving) {
        LocalDate today = clock.today();
        return resident -> receiving.contains(resident.family().id()) == line.receives()
                && !resident.birth().plusYears(line.fromAge()).isAfter(today)
                && resident.birth().plusYears(line.toAge()).isAfter(today)
                && (line.other().isEmpty() || line.other().equals("parent") || resident.isMarried() == line.married());
    }

    private Optional<String> other(Happenings.Line line, Resident resident, Deque<Resident> waiting) {
        return switch (line.other()) {
            case "stranger" -> {
                boolean male = resident.person().identity().isMale();
                yield next(
                                waiting,
                                other -> !other.isMarried()
                                        && other.person().identity().isMale() != male
                                        && !other.birth().plusYears(22).isAfter(clock.today()))
                        .map(other -> other.person().id().toString());
            }
            case "parent" -> parents(resident).stream().findFirst();
            default -> Optional.empty();
        };
    }

    private static List<String> parents(Resident child) {
        var parents = new ArrayList<String>();
        child.family().kinships().stream()
                .filter(kin -> kin.person().equals(child.person().id()))
                .filter(kin -> kin.kind() == org.weimin.people.Kinship.Kind.PARENT)
                .forEach(kin -> parents.add(kin.relative().toString()));
        return Collections.unmodifiableList(parents);
    }

    private static Optional<Resident> next(Deque<Resident> waiting, Predicate<Resident> wanted) {
        Optional<Resident> found = waiting.stream().filter(wanted).findFirst();
        found.ifPresent(waiting::remove);
        return found;
    }
}
