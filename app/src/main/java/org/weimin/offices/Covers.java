package org.weimin.offices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.Staffing;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.offices.internal.AbsenceStore;

/** 替岗: who is away, who stands in, and where that does not hold. The post itself is lent at {@code /deputies}. */
@Service
@Transactional
public class Covers {
    private static final int LONGEST_DAYS = 92;
    private static final String EXAMINE = "casework.handle";
    private static final String DECIDE = "casework.decide";
    private final AbsenceStore store;
    private final Offices offices;
    private final Staffing staffing;
    private final Offices.Guard guard;
    private final BusinessClock clock;

    Covers(AbsenceStore store, Offices offices, Staffing staffing, Offices.Guard guard, BusinessClock clock) {
        this.store = store;
        this.offices = offices;
        this.staffing = staffing;
        this.guard = guard;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Absence> list(DivisionCode place, LocalDate from, LocalDate until) {
        return store.list(place, from, until);
    }

    public void add(UUID member, Optional<UUID> cover, LocalDate first, LocalDate last) {
        if (last.isBefore(first) || !last.isBefore(first.plusDays(LONGEST_DAYS)) || last.isBefore(clock.today())) {
            throw new Refused("offices.cover.days", LONGEST_DAYS);
        }
        if (cover.filter(member::equals).isPresent()) {
            throw new Refused("offices.cover.oneself");
        }
        Map<UUID, Member> people = people(DivisionCode.COUNTRY, clock.today());
        Member away = Optional.ofNullable(people.get(member)).orElseThrow(() -> new NotFound(member));
        cover.filter(id -> !people.containsKey(id)).ifPresent(unknown -> {
            throw new NotFound(unknown);
        });
        var absence = new Absence(Ids.next(), member, cover, first, last, away.area());
        if (!store.insert(absence)) {
            throw new Refused("offices.cover.away-already", away.who().name());
        }
        guard.audit().changed("offices.absence", absence.id(), away.area().value(), Map.of());
    }

    public void withdraw(UUID id) {
        if (!store.withdraw(id, clock.now())) {
            throw new NotFound(id);
        }
    }

    /** What does not hold in these days, the earliest first. */
    @Transactional(readOnly = true)
    public List<Gap> gaps(DivisionCode place, LocalDate from, LocalDate until) {
        List<Absence> away = store.list(place, from, until);
        Map<UUID, Member> people = people(place, from);
        var gaps = new ArrayList<Gap>();
        for (Absence absence : away) {
            Member member = people.get(absence.member());
            if (member != null) {
                kind(absence, member, away, people)
                        .ifPresent(kind ->
                                gaps.add(new Gap(kind, member.office(), absence.first(), Optional.of(absence))));
            }
        }
        people.values().stream().map(Member::office).distinct().forEach(office -> {
            List<Member> members = people.values().stream()
                    .filter(each -> each.office().equals(office))
                    .toList();
            from.datesUntil(until)
                    .filter(day -> members.stream().allMatch(member -> isAway(member, day, away)))
                    .findFirst()
                    .ifPresent(day -> gaps.add(new Gap(Gap.Kind.NOBODY_THERE, office, day, Optional.empty())));
        });
        gaps.sort(java.util.Comparator.comparing(Gap::from));
        return gaps;
    }

    private Optional<Gap.Kind> kind(Absence absence, Member member, List<Absence> away, Map<UUID, Member> people) {
        Optional<Member> cover = absence.cover().map(people::get);
        if (cover.isEmpty()) {
            return Optional.of(Gap.Kind.NO_COVER);
        }
        if (away.stream().anyMatch(other -> other.member().equals(cover.get().id()) && other.overlaps(absence))) {
            return Optional.of(Gap.Kind.COVER_AWAY);
        }
        Optional<StaffId> account = member.staff();
        Optional<StaffId> standIn = cover.get().staff();
        if (account.isEmpty() || standIn.isEmpty()) {
            return Optional.empty();
        }
        if (wouldDoBoth(account.get(), standIn.get(), member.area())) {
            return Optional.of(Gap.Kind.ONE_PERSON_TWICE);
        }
        return store.isLent(account.get(), standIn.get(), absence)
                ? Optional.empty()
                : Optional.of(Gap.Kind.POST_NOT_LENT);
    }

    /** Whoever examines does not decide: standing in must not join the two. */
    private boolean wouldDoBoth(StaffId away, StaffId cover, DivisionCode place) {
        return (staffing.may(away, EXAMINE, place) && staffing.may(cover, DECIDE, place))
                || (staffing.may(away, DECIDE, place) && staffing.may(cover, EXAMINE, place));
    }

    private static boolean isAway(Member member, LocalDate day, List<Absence> away) {
        return away.stream().anyMatch(absence -> absence.member().equals(member.id()) && absence.contains(day));
    }

    private Map<UUID, Member> people(DivisionCode place, LocalDate asOf) {
        return offices.list(place, asOf).stream()
                .flatMap(office -> office.members().stream())
                .collect(Collectors.toMap(Member::id, Function.identity()));
    }
}
