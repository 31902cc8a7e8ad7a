package org.weimin.offices;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.Access;
import org.weimin.access.Staffing;
import org.weimin.audit.Audit;
import org.weimin.divisions.Divisions;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.OrgUnitId;
import org.weimin.kernel.Period;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.offices.internal.MemberStore;
import org.weimin.offices.internal.PremisesStore;

/** 基层民政机构: the register of the street and town offices and of the bureau's own window, as of any day. */
@Service
@Transactional
public class Offices {
    private final Divisions divisions;
    private final PremisesStore premises;
    private final MemberStore members;
    private final Staffing staffing;
    private final Guard guard;
    private final BusinessClock clock;

    /** Who may, and the record of it. */
    @Component
    record Guard(Access access, Audit audit) {}

    Offices(
            Divisions divisions,
            PremisesStore premises,
            MemberStore members,
            Staffing staffing,
            Guard guard,
            BusinessClock clock) {
        this.divisions = divisions;
        this.premises = premises;
        this.members = members;
        this.staffing = staffing;
        this.guard = guard;
        this.clock = clock;
    }

    /** The offices of a place as they were on a day: those of today, and whichever had people or rooms then. */
    @Transactional(readOnly = true)
    public List<Office> list(DivisionCode place, LocalDate asOf) {
        var rooms = premises.under(place, asOf, clock.now());
        var people = members.under(place, asOf, clock.now());
        Map<OrgUnitId, OrgUnit> units = new LinkedHashMap<>();
        units(place).forEach(unit -> units.put(unit.id(), unit));
        Stream.concat(rooms.stream().map(Premises::office), people.stream().map(Member::office))
                .forEach(id -> units.computeIfAbsent(id, divisions::orgUnit));
        return units.values().stream()
                .map(unit -> new Office(
                        unit,
                        asOf,
                        rooms.stream()
                                .filter(each -> each.office().equals(unit.id()))
                                .findFirst(),
                        people.stream()
                                .filter(each -> each.office().equals(unit.id()))
                                .toList()))
                .filter(office -> !asOf.isBefore(clock.today())
                        || office.premises().isPresent()
                        || !office.members().isEmpty())
                .toList();
    }

    @Transactional(readOnly = true)
    public Office get(OrgUnitId id, LocalDate asOf) {
        OrgUnit unit = divisions.orgUnit(id);
        guard.access().requireArea(unit.area());
        return list(unit.area(), asOf).stream()
                .filter(office -> office.unit().id().equals(id))
                .findFirst()
                .orElseGet(() -> new Office(unit, asOf, Optional.empty(), List.of()));
    }

    @Transactional(readOnly = true)
    public Optional<Premises> premisesOf(DivisionCode place) {
        return doors(place).stream()
                .filter(office -> office.unit().area().equals(place))
                .findFirst()
                .flatMap(Office::premises);
    }

    /** 去哪里办: where the offices of a place are. Open to everybody, for a guide has to say it; names nobody. */
    @Transactional(readOnly = true)
    public List<Office> doors(DivisionCode place) {
        return premises.under(place, clock.today(), clock.now()).stream()
                .map(each -> new Office(divisions.orgUnit(each.office()), clock.today(), Optional.of(each), List.of()))
                .toList();
    }

    /** The offices that are there today, the bureau first. */
    @Transactional(readOnly = true)
    public List<OrgUnit> units(DivisionCode place) {
        return divisions.orgUnits(place).stream()
                .filter(unit -> unit.kind() != OrgUnit.Kind.COMMITTEE)
                .toList();
    }

    /** What an office has from a day on; what was said of the days before stays. False where nothing is new. */
    public boolean record(Premises fresh) {
        guard.access().requireArea(fresh.serves());
        Optional<Premises> said = premises.latest(fresh.office());
        if (said.filter(fresh::equals).isPresent()) {
            return false;
        }
        said.filter(last -> last.from().isAfter(fresh.from())).ifPresent(last -> {
            throw new Refused("offices.premises.later", last.from().toString());
        });
        premises.put(fresh, clock.now());
        changed(fresh.office(), fresh.serves(), "offices.premises");
        return true;
    }

    /**
     * Writes down one person's work from a day on. Somebody of the same name and birth date is the same person: an
     * earlier line ends where this one begins, a line of the same day is corrected. False where nothing is new.
     */
    public boolean enrol(Member said) {
        guard.access().requireArea(said.area());
        List<Member> terms = members.terms(said.who());
        Member member = terms.isEmpty() ? said : as(terms.getFirst(), said);
        if (terms.stream().anyMatch(member::saysTheSameAs)) {
            return false;
        }
        for (Member term : terms) {
            if (!term.term().overlaps(member.term())) {
                continue;
            }
            if (term.term().from().isAfter(member.term().from())) {
                throw new Refused(
                        "offices.member.later",
                        member.who().name(),
                        term.term().from().toString());
            }
            members.close(term, clock.now());
            if (term.term().from().isBefore(member.term().from())) {
                members.insert(until(term, member.term().from()), clock.now());
            }
        }
        members.insert(member, clock.now());
        changed(member.office(), member.area(), "offices.member");
        return true;
    }

    /** Somebody who is new to an office: who still works elsewhere leaves there first. */
    public void hire(Member fresh) {
        members.terms(fresh.who()).stream()
                .filter(term -> term.term().overlaps(fresh.term()))
                .findFirst()
                .ifPresent(term -> {
                    throw new Refused(
                            "offices.member.elsewhere",
                            fresh.who().name(),
                            divisions.orgUnit(term.office()).name(),
                            term.term().from().toString());
                });
        enrol(fresh);
        demandPosts(fresh.office(), fresh.term().from());
    }

    /** 变更: what is another from a day on; the days before stay as they were. */
    public void change(Member said) {
        enrol(said);
        demandPosts(said.office(), said.term().from());
    }

    /** 离岗: the first day on which the person is no longer there. */
    public void leave(UUID member, LocalDate on) {
        Member last = last(member);
        guard.access().requireArea(last.area());
        last.term().until().ifPresent(until -> {
            throw new Refused("offices.member.left-already", last.who().name(), until.toString());
        });
        if (!on.isAfter(last.term().from())) {
            throw new Refused(
                    "offices.member.left", on.toString(), last.term().from().toString());
        }
        members.close(last, clock.now());
        members.insert(until(last, on), clock.now());
        changed(last.office(), last.area(), "offices.member");
    }

    /** What was said last of somebody. */
    @Transactional(readOnly = true)
    public Member last(UUID member) {
        List<Member> terms = members.terms(member);
        if (terms.isEmpty()) {
            throw new NotFound(member);
        }
        return terms.getLast();
    }

    /** No more posts are filled than there are, on the day or, where that is past, today. */
    void demandPosts(OrgUnitId id, LocalDate from) {
        LocalDate day = from.isAfter(clock.today()) ? from : clock.today();
        Office office = get(id, day);
        Figures figures = office.figures();
        if (office.premises().isPresent() && figures.established() > figures.posts()) {
            throw new Refused("offices.sheet.posts", office.unit().name(), figures.established(), figures.posts());
        }
    }

    /** The account of the person, where exactly one official of that name sits in the office. */
    @Transactional(readOnly = true)
    public Optional<StaffId> accountOf(String name, OrgUnitId office) {
        var accounts = staffing.seats().stream()
                .filter(seat -> seat.post().orgUnit().filter(office::equals).isPresent())
                .flatMap(seat -> seat.holder().stream())
                .filter(holder -> holder.name().equals(name))
                .map(holder -> holder.id())
                .distinct()
                .toList();
        return accounts.size() == 1 ? Optional.of(accounts.getFirst()) : Optional.empty();
    }

    private static Member as(Member known, Member said) {
        return new Member(
                known.id(),
                said.office(),
                said.area(),
                said.staff(),
                said.who(),
                said.training(),
                said.terms(),
                said.term());
    }

    private static Member until(Member term, LocalDate day) {
        return new Member(
                term.id(),
                term.office(),
                term.area(),
                term.staff(),
                term.who(),
                term.training(),
                term.terms(),
                Period.between(term.term().from(), day));
    }

    private void changed(OrgUnitId office, DivisionCode area, String what) {
        guard.audit().changed(what, office.value(), area.value(), Map.of());
    }
}
