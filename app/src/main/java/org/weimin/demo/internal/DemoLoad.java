package org.weimin.demo.internal;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Award;
import org.weimin.divisions.Division;
import org.weimin.divisions.Divisions;
import org.weimin.facts.Facts;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.PersonId;
import org.weimin.people.Census;
import org.weimin.people.Family;

/** Draws the county and enters it through the front desks of the registers. */
@Component
class DemoLoad {
    static final DivisionCode SONGJIANG = new DivisionCode("310117");
    private static final int CHUNK = 1_000;
    private final Divisions divisions;
    private final Census census;
    private final Facts facts;
    private final DemoStaff staff;
    private final DemoHistory history;
    private final BusinessClock clock;

    DemoLoad(
            Divisions divisions,
            Census census,
            Facts facts,
            DemoStaff staff,
            DemoHistory history,
            BusinessClock clock) {
        this.divisions = divisions;
        this.census = census;
        this.facts = facts;
        this.staff = staff;
        this.history = history;
        this.clock = clock;
    }

    /** 装好的县: every household that was drawn, what was planted among them, and what they were awarded before. */
    record Filled(List<Family> families, List<Truth> truths, County county, List<Award> awards) {}

    Filled fill(long seed, int households, PrintStream out) {
        LocalDate today = clock.today();
        divisions.organise(SONGJIANG);
        var county = new County(seed, communities(today), today);
        var truths = new ArrayList<Truth>();
        var everybody = new ArrayList<Drawn>();
        var welfare = new WelfareFacts(new Chance(seed + 1), today);
        var main = new MainJourney(county, today).households();
        everybody.addAll(enrol(main, welfare, truths));
        staff.employ(SONGJIANG, clerk(main), county, today.minusYears(1));
        var progress = new ProgressBar(out, "演示县 · demo county", households);
        int drawn = main.size();
        var chunk = new ArrayList<Drawn>(county.shareOneCard());
        while (drawn < households) {
            while (chunk.size() < CHUNK && drawn + chunk.size() < households) {
                chunk.addAll(county.next());
            }
            everybody.addAll(enrol(chunk, welfare, truths));
            drawn += chunk.size();
            progress.at(drawn);
            chunk.clear();
        }
        List<Award> awards = history.grant(truths, county.chance(), today);
        Set<HouseholdId> receiving = awards.stream()
                .map(each -> new HouseholdId(each.entitlement().subject().id()))
                .collect(Collectors.toSet());
        out.println("低保在领家庭 · households receiving the allowance: " + receiving.size());
        var awarded = history.grantWelfare(everybody, receiving, county.chance(), today);
        truths.addAll(awarded.truths());
        out.println("福利待遇在领 · welfare lines being drawn: " + awarded.persons());
        return new Filled(everybody.stream().map(Drawn::family).toList(), truths, county, awards);
    }

    /** Known for two years, so that what was decided in that time can be recomputed. */
    List<Drawn> enrol(List<Drawn> drawn, WelfareFacts welfare, List<Truth> truths) {
        List<Drawn> households = drawn.stream().map(welfare::added).toList();
        Instant knownFrom = clock.today()
                .minusYears(2)
                .atTime(LocalTime.NOON)
                .atZone(BusinessClock.ZONE)
                .toInstant();
        census.enrol(households.stream().map(Drawn::family).toList(), knownFrom);
        facts.recordAll(
                households.stream()
                        .flatMap(each ->
                                each.placedIn(divisions.areaOf(each.family().place())))
                        .toList(),
                knownFrom);
        households.forEach(each -> truths.addAll(each.truths()));
        return households;
    }

    /** Communities that look after themselves: the zones of a street are left out. */
    List<Division> ownCommunities() {
        return communities(clock.today()).stream()
                .filter(community -> divisions.areaOf(community.code()).equals(community.code()))
                .toList();
    }

    private List<Division> communities(LocalDate today) {
        return divisions.children(SONGJIANG, today).stream()
                .flatMap(town -> divisions.children(town.code(), today).stream())
                .toList();
    }

    private static PersonId clerk(List<Drawn> main) {
        return main.stream()
                .flatMap(each -> each.family().relatives().stream())
                .filter(person -> person.name().equals("沈丽华"))
                .map(Family.Relative::id)
                .findFirst()
                .orElseThrow();
    }
}
