package org.weimin.e2e;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.access.Role;
import org.weimin.access.Seat;
import org.weimin.casework.Casework;
import org.weimin.casework.RecordVisit;
import org.weimin.facts.Facts;
import org.weimin.intake.Ask;
import org.weimin.intake.Channel;
import org.weimin.intake.Intake;
import org.weimin.intake.SubmitApplication;
import org.weimin.intake.internal.ApplicationDraftStore;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.Parties;
import org.weimin.people.Party;

/** Leaves work half-way on a street clerk's desk: drafts, and cases in every stage that the rules let them reach. */
final class HalfWay {
    private static final List<String> MATTERS = List.of("dibao", "tekun", "linshi-jiuzhu", "dibao-bianyuan");
    private static final int HOUSEHOLDS = 32;
    private final DemoCounty county;
    private final Actor.Staff clerk;
    private final LocalDate today;

    private HalfWay(DemoCounty county) {
        this.county = county;
        Seat seat = Site.seat(county, Role.STREET_CLERK);
        var holder = seat.holder().orElseThrow();
        this.clerk = new Actor.Staff(
                holder.id(),
                holder.name(),
                seat.post().id(),
                Role.STREET_CLERK.name(),
                Set.of("casework.view", "casework.handle", "intake.apply", "intake.assistance"),
                seat.post().scope());
        this.today = county.bean(BusinessClock.class).today();
    }

    static void leave(DemoCounty county) {
        var halfWay = new HalfWay(county);
        int i = 0;
        for (HouseholdId household : halfWay.households()) {
            var matter = new MatterId(MATTERS.get(i % MATTERS.size()));
            halfWay.carry(household, matter, i++ / MATTERS.size());
        }
    }

    private List<HouseholdId> households() {
        return Acting.as(
                clerk,
                () -> county.bean(TransactionTemplate.class)
                        .execute(status -> county.bean(JdbcClient.class)
                                .sql("SELECT id FROM people.household ORDER BY id LIMIT " + HOUSEHOLDS)
                                .query((row, n) -> new HouseholdId(row.getObject(1, UUID.class)))
                                .list()));
    }

    /** So many steps, as far as the rules go along. */
    private void carry(HouseholdId household, MatterId matter, int steps) {
        var home = new Subject.OfHousehold(household);
        try {
            if (steps == 0) {
                Acting.as(
                        clerk,
                        () -> county.bean(TransactionTemplate.class)
                                .executeWithoutResult(status -> county.bean(ApplicationDraftStore.class)
                                        .begin(
                                                party(home),
                                                List.of(new Ask(matter, home)),
                                                clerk.id().value(),
                                                today)));
                return;
            }
            CaseFileId id = apply(home, matter);
            if (steps > 1) {
                Acting.as(clerk, () -> county.bean(Casework.class).assess(id, "符合条件"));
            }
            if (steps > 3) {
                var visit = new RecordVisit(today, "王芳", "李明", "家中", "与申报一致", "户主", RecordVisit.Finding.AGREES);
                Acting.as(clerk, () -> county.bean(Casework.class).recordVisit(id, visit));
            }
            if (steps > 5) {
                Acting.as(clerk, () -> county.bean(Casework.class).post(id));
            }
        } catch (Refused asFarAsItGoes) {
            // What the rules refuse stays where it is: that is a stage too.
        }
    }

    private CaseFileId apply(Subject.OfHousehold home, MatterId matter) {
        Party party = Acting.as(clerk, () -> party(home));
        PersonId head = party.household().orElseThrow().head();
        Acting.as(
                clerk,
                () -> party.countedAdults(today)
                        .forEach(adult ->
                                county.bean(Facts.class).consent(home.household(), adult.id(), today, "窗口当面签署")));
        var command = new SubmitApplication(
                List.of(new Ask(matter, home)),
                head,
                today,
                Channel.WINDOW,
                SubmitApplication.FiledBy.APPLICANT,
                new SubmitApplication.Undertaking(today, "窗口当面签署"),
                "half-way-" + home.id());
        var receipt = Acting.as(clerk, () -> county.bean(Intake.class).submit(command));
        return Acting.as(clerk, () -> county.bean(Casework.class).ofApplication(receipt.id()))
                .getFirst()
                .id();
    }

    private Party party(Subject home) {
        return county.bean(Parties.class).of(home, today);
    }
}
