package org.weimin.demo.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.access.EmployStaff;
import org.weimin.access.Role;
import org.weimin.access.Staffing;
import org.weimin.divisions.Division;
import org.weimin.divisions.Divisions;
import org.weimin.divisions.Plan;
import org.weimin.divisions.PlanRuns;
import org.weimin.divisions.Plans;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PlanId;
import org.weimin.people.Census;
import org.weimin.people.Family;

/**
 * 开化县撤并乡镇: Quzhou's pilot of 2005, 26 towns into 18, as a plan that is drafted and rehearsed. The towns of today and
 * all villages are of the published list; the twelve that are no more are an example, see {@code kaihua-example.csv}.
 */
@Component
class DemoKaihua {
    private static final Logger log = LoggerFactory.getLogger(DemoKaihua.class);
    static final DivisionCode KAIHUA = new DivisionCode("330824");
    private static final long SEED = 2005;
    private static final int HOUSEHOLDS = 600;
    private static final LocalDate LISTED_ON = LocalDate.of(2023, 6, 30);
    private final Divisions divisions;
    private final Desks desks;
    private final Staffing staffing;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;

    /** Where residents are entered and plans are made. */
    @Component
    record Desks(Census census, Plans plans, PlanRuns runs) {}

    DemoKaihua(
            Divisions divisions, Desks desks, Staffing staffing, TransactionTemplate transaction, BusinessClock clock) {
        this.divisions = divisions;
        this.desks = desks;
        this.staffing = staffing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** After the first county, so that its officials stand first among the people of the demo. */
    void plan() {
        try {
            Actor.Staff officer = Objects.requireNonNull(transaction.execute(status -> settle()));
            PlanId plan = Acting.as(officer, this::draw);
            Acting.as(officer, () -> desks.runs().rehearse(plan));
        } catch (RuntimeException incomplete) {
            log.warn("The demo goes on without the example of merged towns", incomplete);
        }
    }

    private Actor.Staff settle() {
        example().forEach(row -> place(row[0], row[1], new DivisionCode(row[2])));
        divisions.organise(KAIHUA);
        var chance = new Chance(SEED);
        LocalDate today = clock.today();
        var names = new Names(chance);
        var households = new Households(chance, names, new Numbers(chance, "990824", 500_000_000L), today);
        List<Division> towns = divisions.children(KAIHUA, today);
        List<Division> villages = towns.stream()
                .flatMap(town -> divisions.children(town.code(), today).stream())
                .toList();
        var families = new ArrayList<Family>();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            families.add(households.couple(chance.of(villages), 30, 52, i % 3));
        }
        desks.census()
                .enrol(
                        families,
                        today.minusYears(2)
                                .atTime(LocalTime.NOON)
                                .atZone(BusinessClock.ZONE)
                                .toInstant());
        for (Division town : towns) {
            appoint(names, town.name() + "民政助理", Role.STREET_CLERK, town.code());
            appoint(names, town.name() + "分管领导", Role.STREET_LEADER, town.code());
        }
        appoint(names, "开化县分管副局长", Role.COUNTY_LEADER, KAIHUA);
        return appoint(names, "开化县区划地名科科员", Role.COUNTY_OFFICER, KAIHUA);
    }

    /** A village of an example town stands there under the last digits that the list gives it. */
    private void place(String code, String name, DivisionCode listed) {
        var division = new DivisionCode(code);
        if (division.equals(division.town())) {
            divisions.add(division, name, LISTED_ON);
        } else {
            divisions.restate(listed, division);
        }
    }

    private Actor.Staff appoint(Names names, String title, Role role, DivisionCode area) {
        String name = names.name(names.surname(), role == Role.STREET_LEADER, LocalDate.of(1980, 1, 1));
        var staff = staffing.employ(
                EmployStaff.of(name, "k" + role.name().toLowerCase(Locale.ROOT).charAt(7) + area));
        var unit = divisions.orgUnits(area).getFirst().id();
        var post = staffing.openPost(title, role, Optional.of(unit), area);
        staffing.appoint(staff, post, clock.today().minusYears(1));
        return new Actor.Staff(staff, name, post, role.name(), Set.of(), area);
    }

    private PlanId draw() {
        LocalDate day = clock.today().plusMonths(2).withDayOfMonth(1);
        PlanId plan = desks.plans()
                .begin(
                        KAIHUA,
                        new Plan.Purpose(
                                "开化县乡镇撤并（26 → 18）",
                                "示例〔2005〕1号",
                                "衢州市乡镇撤并试点。现存乡镇和全部村名取自公布的名录（2023-06-30），" + "已撤销的十二个乡镇为示例，不代表史实。"),
                        day);
        merge(plan, "池淮镇", "星口乡");
        merge(plan, "音坑乡", "底本乡");
        merge(plan, "大溪边乡", "黄谷乡");
        merge(plan, "林山乡", "菖蒲乡");
        merge(plan, "马金镇", "霞山乡", "徐塘乡");
        merge(plan, "长虹乡", "虹桥乡");
        merge(plan, "华埠镇", "岙滩乡");
        return plan;
    }

    /** The first gives its name and its code. */
    private void merge(PlanId plan, String... names) {
        List<DivisionCode> towns = new ArrayList<>();
        for (String name : names) {
            divisions.children(KAIHUA, clock.today()).stream()
                    .filter(town -> town.name().equals(name))
                    .forEach(town -> towns.add(town.code()));
        }
        desks.plans()
                .change(plan, (drawing, atlas) -> drawing.merge(atlas, towns, names[0], Optional.of(towns.getFirst())));
    }

    private static List<String[]> example() {
        var file = Objects.requireNonNull(
                DemoKaihua.class.getResourceAsStream("/demo/kaihua-example.csv"), "the example is in the jar");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("code"))
                    .map(line -> line.split(",", 3))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
