package org.weimin.demo.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.springframework.stereotype.Component;
import org.weimin.access.Role;
import org.weimin.access.Seat;
import org.weimin.access.StaffMember;
import org.weimin.access.Staffing;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.OrgUnitId;
import org.weimin.kernel.Period;
import org.weimin.offices.Balancing;
import org.weimin.offices.Covers;
import org.weimin.offices.Member;
import org.weimin.offices.Offices;
import org.weimin.offices.Premises;
import org.weimin.offices.Territories;

/**
 * 基层机构: the eighteen offices of the demo county, with the figures that Liyang published: 24 people and a year later 46,
 * on the last days of the two years before this one.
 */
@Component
class DemoOffices {
    private static final long SEED = 20_050_701;
    private static final String HOURS = "周一至周五 9:00–11:30，13:30–17:00";
    private final Offices offices;
    private final Territories territories;
    private final Balancing balancing;
    private final Covers covers;
    private final Staffing staffing;
    private final BusinessClock clock;

    DemoOffices(
            Offices offices,
            Territories territories,
            Balancing balancing,
            Covers covers,
            Staffing staffing,
            BusinessClock clock) {
        this.offices = offices;
        this.territories = territories;
        this.balancing = balancing;
        this.covers = covers;
        this.staffing = staffing;
        this.clock = clock;
    }

    void furnish(DivisionCode county) {
        LocalDate thisYear = clock.today().withDayOfYear(1);
        Map<DivisionCode, OrgUnit> units = new HashMap<>();
        offices.units(county).forEach(unit -> units.put(unit.area(), unit));
        var names = new Names(new Chance(SEED));
        var accounts = accounts();
        List<String> lines = read();
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            OrgUnit unit = units.get(new DivisionCode(cells[0]));
            if (unit != null) {
                offices.enrol(member(unit, cells, i, thisYear, accounts, names));
            }
        }
        List<OrgUnit> inOrder = offices.units(county);
        for (int i = 0; i < inOrder.size(); i++) {
            offices.record(premises(inOrder.get(i), i, thisYear.minusYears(3), true));
            offices.record(premises(inOrder.get(i), i, thisYear.minusMonths(6), false));
            assign(inOrder.get(i));
        }
        sendAway();
    }

    private Member member(
            OrgUnit unit,
            String[] cells,
            int number,
            LocalDate thisYear,
            Map<OrgUnitId, Queue<StaffMember>> accounts,
            Names names) {
        int age = Integer.parseInt(cells[1]);
        boolean established = Boolean.parseBoolean(cells[4]);
        boolean thereBefore = Boolean.parseBoolean(cells[8]);
        LocalDate birth = LocalDate.of(thisYear.getYear() - 1 - age, 1 + number % 12, 3 + number % 20);
        LocalDate from = thereBefore
                ? thisYear.minusYears(3 + number % 5).plusMonths(number % 12)
                : thisYear.minusYears(1).plusMonths(number % 12);
        var qualification = Member.Qualification.valueOf(cells[3]);
        Optional<StaffMember> account = established
                ? Optional.ofNullable(
                        accounts.getOrDefault(unit.id(), new ArrayDeque<>()).poll())
                : Optional.empty();
        return new Member(
                Ids.next(),
                unit.id(),
                unit.area(),
                account.map(StaffMember::id),
                new Member.Who(
                        account.map(StaffMember::name)
                                .orElseGet(() -> names.name(names.surname(), number % 3 == 0, birth)),
                        birth),
                new Member.Training(
                        Member.Education.valueOf(cells[2]),
                        qualification,
                        qualification == Member.Qualification.NONE
                                ? Optional.empty()
                                : Optional.of(birth.plusYears(23))),
                new Member.Terms(
                        established,
                        Boolean.parseBoolean(cells[5]),
                        Integer.parseInt(cells[6]),
                        Integer.parseInt(cells[7]),
                        from),
                Period.since(from));
    }

    /** The clerks first, then whoever leads them: one account for each post on the establishment. */
    private Map<OrgUnitId, Queue<StaffMember>> accounts() {
        var accounts = new HashMap<OrgUnitId, Queue<StaffMember>>();
        staffing.seats().stream()
                .filter(seat -> List.of(Role.STREET_CLERK, Role.STREET_LEADER, Role.COUNTY_OFFICER)
                        .contains(seat.post().role()))
                .sorted(Comparator.<Seat, Role>comparing(seat -> seat.post().role())
                        .thenComparing(seat -> seat.post().id().value()))
                .forEach(seat -> seat.post()
                        .orgUnit()
                        .ifPresent(unit -> seat.holder()
                                .ifPresent(holder -> accounts.computeIfAbsent(unit, ignored -> new ArrayDeque<>())
                                        .add(holder))));
        return accounts;
    }

    /** Cramped and badly equipped once, at least forty square metres now. */
    private static Premises premises(OrgUnit unit, int number, LocalDate from, boolean once) {
        return new Premises(
                unit.id(),
                unit.area(),
                from,
                MainJourney.COMMUNITY.town().equals(unit.area()) ? 3 : 1,
                12 + number % 3,
                new Premises.Rooms(
                        new BigDecimal(once ? 16 + number * 2 % 30 : 40 + number * 7 % 45),
                        !once || number % 3 == 0,
                        !once && number % 4 != 1),
                new Premises.Equipment(
                        once ? 1 : 3 + number % 2,
                        1,
                        number % 2,
                        once ? number % 2 : 1,
                        once || number % 5 == 2 ? 0 : 1,
                        !once),
                new Premises.Contact(unit.name() + "一楼民政窗口", "021-5550%04d".formatted(1000 + number * 11), HOURS));
    }

    /** The first person has most of it, as it grows when nobody looks. */
    private void assign(OrgUnit unit) {
        List<Member> people = offices.get(unit.id(), clock.today()).members();
        var villages = territories.villages(unit);
        for (int i = 0; i < villages.size() && !people.isEmpty(); i++) {
            int whose = i * 5 < villages.size() * 3 ? 0 : i % people.size();
            balancing.assign(
                    villages.get(i).code(),
                    people.get(whose).id(),
                    clock.today().withDayOfYear(1));
        }
    }

    private void sendAway() {
        LocalDate today = clock.today();
        var street = new DivisionCode(MainJourney.COMMUNITY.town().value());
        List<Member> people = offices.list(street, today).stream()
                .flatMap(office -> office.members().stream())
                .toList();
        named(people, "沈丽华").ifPresent(away -> {
            covers.add(away.id(), named(people, "俞晓峰").map(Member::id), today.plusDays(3), today.plusDays(7));
            named(people, "俞晓峰")
                    .ifPresent(other -> covers.add(
                            other.id(), named(people, "庄静").map(Member::id), today.plusDays(9), today.plusDays(10)));
        });
    }

    private static Optional<Member> named(List<Member> people, String name) {
        return people.stream()
                .filter(member -> member.who().name().equals(name))
                .findFirst();
    }

    private static List<String> read() {
        var file = Objects.requireNonNull(
                DemoOffices.class.getResourceAsStream("/demo/office-people.csv"), "the people are in the jar");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
