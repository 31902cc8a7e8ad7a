package org.weimin.ledger.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;
import org.weimin.ledger.Appropriation;
import org.weimin.ledger.Fund;
import org.weimin.ledger.Level;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** The votes so far, and the form for the next one. */
public record BudgetView(List<Row> rows, Form form, String error, boolean mayEnter) {
    public record Row(
            String id,
            String fund,
            String level,
            String amount,
            String document,
            String votedOn,
            String enteredBy,
            String confirmedBy) {}

    public List<Option> levels() {
        return Arrays.stream(Level.values())
                .filter(level -> level != Level.POOLED)
                .map(level -> new Option(level.name(), Texts.t("ledger.level." + level)))
                .toList();
    }

    /** What was typed, until it is a vote. */
    public record Form(String matter, String year, String level, String amount, String document, String votedOn) {
        static Form blank(LocalDate today) {
            return new Form("dibao", String.valueOf(today.getYear()), "COUNTY", "", "", today.toString());
        }

        Fund fund() {
            try {
                return new Fund(new MatterId(matter.strip()), Integer.parseInt(year.strip()));
            } catch (IllegalArgumentException malformed) {
                throw new Refused("ledger.budget.fund");
            }
        }

        Level levelOrRefuse() {
            try {
                return Level.valueOf(level);
            } catch (IllegalArgumentException unknown) {
                throw new Refused("ledger.budget.level");
            }
        }

        Money money() {
            try {
                return Money.yuan(new BigDecimal(amount.strip().replace(",", "")).toPlainString());
            } catch (ArithmeticException | NumberFormatException malformed) {
                throw new Refused("ledger.budget.amount");
            }
        }

        LocalDate day() {
            try {
                return LocalDate.parse(votedOn);
            } catch (DateTimeException malformed) {
                throw new Refused("ledger.budget.day");
            }
        }
    }

    static Row row(Appropriation vote, String enteredBy, String confirmedBy) {
        return new Row(
                vote.id().toString(),
                LedgerView.name(vote.fund()),
                Texts.t("ledger.level." + vote.level()),
                vote.amount().grouped(),
                vote.document(),
                vote.votedOn().toString(),
                enteredBy,
                confirmedBy);
    }
}
