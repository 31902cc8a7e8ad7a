package org.weimin.ledger.web;

import java.util.Arrays;
import java.util.List;
import org.weimin.ledger.Account.Kind;
import org.weimin.ledger.Fund;
import org.weimin.ledger.FundStand;
import org.weimin.ledger.JournalRow;
import org.weimin.shell.PageOf;
import org.weimin.shell.Texts;

/** The funds beside their budgets, and the journals, the newest first. */
public record LedgerView(List<FundRow> funds, PageOf<Row> journals) {
    public record FundRow(String name, List<Cell> budget, List<Cell> money) {}

    public record Cell(String key, String amount) {}

    public record Row(String href, String bookedOn, String memo, String key, String total) {}

    private static final List<Kind> BUDGET = List.of(Kind.APPROPRIATION, Kind.AVAILABLE, Kind.COMMITTED, Kind.SPENT);

    static LedgerView of(List<FundStand> stands, PageOf<JournalRow> journals) {
        return new LedgerView(
                stands.stream().map(LedgerView::fund).toList(),
                new PageOf<>(
                        journals.rows().stream().map(LedgerView::row).toList(),
                        journals.number(),
                        journals.size(),
                        journals.total()));
    }

    static String name(Fund fund) {
        String key = "ledger.fund." + fund.matter();
        String matter = Texts.has(key) ? Texts.t(key) : fund.matter().value();
        return Texts.t("ledger.fund", matter, String.valueOf(fund.year()));
    }

    private static FundRow fund(FundStand stand) {
        return new FundRow(
                name(stand.fund()),
                BUDGET.stream().map(kind -> cell(stand, kind)).toList(),
                Arrays.stream(Kind.values())
                        .filter(kind -> !BUDGET.contains(kind))
                        .map(kind -> cell(stand, kind))
                        .toList());
    }

    private static Cell cell(FundStand stand, Kind kind) {
        return new Cell("ledger.account." + kind, stand.of(kind).grouped());
    }

    private static Row row(JournalRow journal) {
        return new Row(
                "/ledger/journals/" + journal.id(),
                journal.bookedOn().toString(),
                Texts.t(journal.memo()),
                journal.key(),
                journal.total().grouped());
    }
}
