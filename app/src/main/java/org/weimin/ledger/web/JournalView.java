package org.weimin.ledger.web;

import java.util.List;
import org.weimin.ledger.Journal;
import org.weimin.ledger.Journal.Side;
import org.weimin.ledger.Level;
import org.weimin.shell.Texts;

/** One journal with its legs; {@code cause} leads to what it was booked for, where there is a page for it. */
public record JournalView(String key, String bookedOn, String memo, String cause, List<Leg> legs, String total) {
    public record Leg(String fund, String account, String debit, String credit) {}

    static JournalView of(Journal journal) {
        return new JournalView(
                journal.key(),
                journal.bookedOn().toString(),
                Texts.t(journal.memo()),
                journal.key().startsWith("run:") ? "/payments/" + journal.key().substring(4) : "",
                journal.entries().stream().map(JournalView::leg).toList(),
                journal.total().grouped());
    }

    private static Leg leg(Journal.Entry entry) {
        var account = entry.account();
        String level = account.level() == Level.POOLED ? "" : " · " + Texts.t("ledger.level." + account.level());
        String amount = entry.amount().grouped();
        return new Leg(
                LedgerView.name(account.fund()),
                Texts.t("ledger.account." + account.kind()) + level,
                entry.side() == Side.DEBIT ? amount : "",
                entry.side() == Side.CREDIT ? amount : "");
    }
}
