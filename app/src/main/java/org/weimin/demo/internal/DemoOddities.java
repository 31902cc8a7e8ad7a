package org.weimin.demo.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.access.EmployStaff;
import org.weimin.access.Role;
import org.weimin.access.Staffing;
import org.weimin.benefits.Award;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Subject;
import org.weimin.people.Family;
import org.weimin.people.Organisation;
import org.weimin.people.Organisations;
import org.weimin.people.RegisterOrganisation;

/** 疑点的布置: enters what {@link OddFamilies} draws, with the awards and the approvals that came of it. */
@Component
class DemoOddities {
    private static final LocalTime AT_NIGHT = LocalTime.of(1, 40);
    private static final LocalTime IN_THE_MORNING = LocalTime.of(10, 5);
    private final DemoLoad load;
    private final DemoHistory history;
    private final DemoArchive archive;
    private final Benefits benefits;
    private final Organisations organisations;
    private final Staffing staffing;

    DemoOddities(
            DemoLoad load,
            DemoHistory history,
            DemoArchive archive,
            Benefits benefits,
            Organisations organisations,
            Staffing staffing) {
        this.load = load;
        this.history = history;
        this.archive = archive;
        this.benefits = benefits;
        this.organisations = organisations;
        this.staffing = staffing;
    }

    /** Returns the truth: what is odd, and what only looks so. Inside the transaction of the load. */
    List<Oddity> plant(DemoLoad.Filled filled, LocalDate today) {
        var odd = new OddFamilies(filled.county(), load.ownCommunities(), today);
        List<Drawn> drawn = odd.draw();
        var truths = new ArrayList<Truth>();
        load.enrol(drawn, new WelfareFacts(new Chance(drawn.size()), today), truths);
        organisations.register(new RegisterOrganisation(
                "松江区社会福利院",
                Optional.empty(),
                Organisation.Kind.CARE_HOME,
                odd.director(),
                "",
                OddFamilies.CARE_HOME,
                odd.careHomePlace()));
        List<Award> awards =
                new ArrayList<>(history.grant(truths, filled.county().chance(), today));
        awards.addAll(besides(odd, filled.county().chance(), today));
        StaffId daughter = relative(odd, today);
        approve(filled.awards(), awards, odd, daughter, today);
        return odd.truth(filled.truths(), awards, daughter);
    }

    /** Awards that no rule would have given. */
    private List<Award> besides(OddFamilies odd, Chance chance, LocalDate today) {
        var besides = Stream.concat(
                        odd.paidTooMuch().stream()
                                .map(family -> award(
                                        DemoHistory.DIBAO,
                                        new Subject.OfHousehold(family.id()),
                                        family,
                                        "4860.00",
                                        chance,
                                        today)),
                        odd.drawsTwo().stream()
                                .map(family -> award(
                                        new MatterId("tekun"),
                                        new Subject.OfPerson(OddFamilies.head(family)),
                                        family,
                                        "2080.00",
                                        chance,
                                        today)))
                .map(entitlement -> new Award(entitlement, List.of()))
                .toList();
        benefits.importHistory(besides);
        return besides;
    }

    private static Entitlement award(
            MatterId matter, Subject subject, Family family, String yuan, Chance chance, LocalDate today) {
        return new Entitlement(
                new EntitlementId(chance.id()),
                matter,
                subject,
                OddFamilies.head(family),
                Money.yuan(yuan),
                YearMonth.from(today).minusMonths(chance.between(3, 9)),
                Optional.empty(),
                new CaseFileId(chance.id()),
                family.place());
    }

    /** One more clerk of a street, whose mother is on the allowance there. */
    private StaffId relative(OddFamilies odd, LocalDate today) {
        DivisionCode town = odd.mothersPlace().town();
        StaffId clerk = staffing.employ(new EmployStaff(odd.daughterName(), "d" + town, Optional.of(odd.daughter())));
        staffing.appoint(
                clerk, staffing.openPost("救助经办人（二）", Role.STREET_CLERK, Optional.empty(), town), today.minusYears(1));
        return clerk;
    }

    /** Every award was examined and granted by somebody at some hour; most of them as usual. */
    private void approve(List<Award> ordinary, List<Award> awards, OddFamilies odd, StaffId daughter, LocalDate today) {
        var usual = new ArrayList<>(ordinary);
        for (Award each : awards) {
            Entitlement award = each.entitlement();
            switch (odd.approval(award)) {
                case AS_USUAL -> usual.add(each);
                case AT_NIGHT -> archive.decided(each, day(today, 33).atTime(AT_NIGHT), odd.number(award) * 7L);
                case IN_A_ROW -> archive.decided(each, day(today, 47).atTime(IN_THE_MORNING), odd.number(award) / 4);
                case BY_KIN -> archive.decided(each, day(today, 61).atTime(IN_THE_MORNING), daughter);
            }
        }
        archive.asUsual(usual);
        archive.urgent(odd.inNeed(), day(today, 20).atTime(23, 5));
    }

    private static LocalDate day(LocalDate today, int ago) {
        return today.minusDays(ago);
    }
}
