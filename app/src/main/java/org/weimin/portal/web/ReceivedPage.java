package org.weimin.portal.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.benefits.OneOff;
import org.weimin.benefits.OneOffs;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Subject;
import org.weimin.ledger.Debt;
import org.weimin.ledger.Ledger;
import org.weimin.ledger.Payable.Status;
import org.weimin.people.Party;
import org.weimin.portal.internal.OwnFile;
import org.weimin.registries.RegisterEntry;
import org.weimin.registries.Registries;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 幸福清单: everything the household was given, month by month, and what comes next. */
@Controller
class ReceivedPage {
    private static final int MONTHS_SHOWN = 12;
    private final OwnFile own;
    private final Benefits benefits;
    private final OneOffs oneOffs;
    private final Registries registries;
    private final Ledger ledger;
    private final Offices offices;

    ReceivedPage(
            OwnFile own, Benefits benefits, OneOffs oneOffs, Registries registries, Ledger ledger, Offices offices) {
        this.own = own;
        this.benefits = benefits;
        this.oneOffs = oneOffs;
        this.registries = registries;
        this.ledger = ledger;
        this.offices = offices;
    }

    @GetMapping("/my/received")
    @Requires("portal.my")
    Page show() {
        Party party = own.party();
        List<Subject> subjects = own.subjects(party);
        YearMonth month = YearMonth.from(own.today());
        var now = new ArrayList<MyView.Gift>();
        var before = new ArrayList<MyView.Gift>();
        Money total = Money.ZERO;
        for (Entitlement each :
                subjects.stream().flatMap(one -> benefits.of(one).stream()).toList()) {
            boolean runs = each.until().map(month::isBefore).orElse(true);
            (runs ? now : before).add(gift(each, party));
            total = each.covers(month) ? total.plus(each.monthly()) : total;
        }
        subjects.stream().flatMap(one -> oneOffs.of(one).stream()).forEach(given -> before.add(gift(given, party)));
        var papers = subjects.stream()
                .flatMap(one -> registries.of(one).stream())
                .filter(entry -> entry.status() == RegisterEntry.Status.IN_FORCE)
                .map(entry -> paper(entry, party))
                .toList();
        return Page.of(
                "portal/received", new MyView.Received(Texts.month(month), total.grouped(), now, before, papers));
    }

    private MyView.Gift gift(Entitlement each, Party party) {
        List<Debt> debts = ledger.standingUnder(each.id());
        return new MyView.Gift(
                offices.title(each.matter(), Texts.isEnglish()),
                own.who(each.subject(), party),
                Texts.t("portal.received.monthly", each.monthly().grouped()),
                Texts.month(each.from()),
                each.until().map(until -> Texts.month(until.minusMonths(1))).orElse(""),
                next(debts),
                months(debts));
    }

    private MyView.Gift gift(OneOff given, Party party) {
        List<Debt> debts = ledger.standingUnder(new EntitlementId(given.id()));
        return new MyView.Gift(
                offices.title(given.matter(), Texts.isEnglish()),
                own.who(given.subject(), party),
                Texts.t("portal.received.once", given.amount().grouped()),
                Texts.date(given.grantedOn()),
                "",
                next(debts),
                months(debts));
    }

    /** The oldest month that has not arrived. */
    private static String next(List<Debt> debts) {
        return debts.reversed().stream()
                .filter(debt -> debt.status() != Status.SETTLED)
                .findFirst()
                .map(debt -> Texts.t(
                        "portal.received.next." + debt.status(),
                        Texts.month(debt.month()),
                        debt.amount().grouped()))
                .orElse("");
    }

    private static List<MyView.Month> months(List<Debt> debts) {
        return debts.stream()
                .limit(MONTHS_SHOWN)
                .map(debt -> new MyView.Month(
                        Texts.month(debt.month()),
                        debt.amount().grouped(),
                        Texts.t("portal.received.state." + debt.status())))
                .toList();
    }

    private MyView.Paper paper(RegisterEntry entry, Party party) {
        var title = entry.heading().title();
        LocalDate from = entry.valid().from();
        return new MyView.Paper(
                Texts.either(title.zh(), title.en()),
                entry.heading().number(),
                own.who(entry.holder().subject(), party),
                Stream.concat(
                                Stream.of(Texts.date(from)),
                                entry.valid().until().stream().map(Texts::date))
                        .reduce((start, end) -> Texts.t("portal.received.from-until", start, end))
                        .orElse(""));
    }
}
