package org.weimin.portal.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.weimin.eligibility.Eligibility;
import org.weimin.eligibility.Explanation;
import org.weimin.engine.AllAtOnce.Item;
import org.weimin.engine.Determination;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Pack;
import org.weimin.engine.Standing;
import org.weimin.intake.Intake;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Party;
import org.weimin.policy.Policy;
import org.weimin.portal.internal.OwnFile;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 可以申请什么: every matter worked out for the own household by the rules of the window; what fits is ticked. */
@Controller
class PossiblePage {
    private final OwnFile own;
    private final Eligibility eligibility;
    private final Intake intake;
    private final Policy policy;
    private final Offices offices;

    PossiblePage(OwnFile own, Eligibility eligibility, Intake intake, Policy policy, Offices offices) {
        this.own = own;
        this.eligibility = eligibility;
        this.intake = intake;
        this.policy = policy;
        this.offices = offices;
    }

    @GetMapping("/my/possible")
    @Requires("portal.my")
    Page show() {
        Party party = own.party();
        var likely = new ArrayList<MyView.Chance>();
        var unclear = new ArrayList<MyView.Chance>();
        var unlikely = new ArrayList<MyView.Chance>();
        party.household().ifPresent(home -> {
            for (Item item :
                    eligibility.everythingIfApplied(home.id(), own.today()).items()) {
                switch (item.determination().outcome()) {
                    case Outcome.Entitled ignored -> likely.add(chance(item, home.id(), party));
                    case Outcome.CannotTell ignored -> unclear.add(chance(item, home.id(), party));
                    case Outcome.NotEntitled ignored -> unlikely.add(chance(item, home.id(), party));
                }
            }
        });
        return Page.of(
                "portal/possible",
                new MyView.Possible(party.household().isPresent(), asked(likely), asked(unclear), unlikely));
    }

    /** What nobody can ask for is said only where it comes by itself. */
    private static List<MyView.Chance> asked(List<MyView.Chance> chances) {
        return chances.stream()
                .filter(chance -> !chance.ask().isEmpty() || !chance.note().isEmpty())
                .toList();
    }

    private MyView.Chance chance(Item item, HouseholdId home, Party party) {
        Determination determination = item.determination();
        String person = determination.question().person();
        Subject subject = person.isEmpty() ? new Subject.OfHousehold(home) : new Subject.OfPerson(PersonId.of(person));
        Pack pack = policy.pack(determination.matter());
        boolean open = pack.matter().acts() == Pack.Acts.GRANT
                && pack.matter().window().isOpen();
        boolean has = intake.receives(subject, determination.matter(), own.today());
        boolean stands = !(item.standing() instanceof Standing.GivesWay);
        boolean entitled = determination.outcome() instanceof Outcome.Entitled;
        String note =
                has ? Texts.t("portal.possible.have") : open || !entitled ? "" : Texts.t("portal.possible.automatic");
        return new MyView.Chance(
                offices.title(determination.matter(), Texts.isEnglish()),
                own.who(subject, party),
                entitled && item.monthly().isPositive()
                        ? Texts.t("portal.possible.amount", item.monthly().grouped())
                        : "",
                open && !has && stands ? determination.matter() + "." + subject.kind() + "." + subject.id() : "",
                determination.outcome() instanceof Outcome.NotEntitled ? Explanation.headline(determination) : note);
    }
}
