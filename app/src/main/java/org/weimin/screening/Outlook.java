package org.weimin.screening;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;

/**
 * 年终预测: what a scenario leaves of a matter's fund at the end of the year, month by month from the first one that no
 * run has taken yet, if whoever receives today goes on receiving; and if whoever would newly be entitled applies too.
 */
public record Outlook(MatterId matter, Optional<Money> available, List<Line> months) {
    public Outlook {
        months = List.copyOf(months);
    }

    /** How a fund stood when the scenario was reckoned. */
    public record Stand(MatterId matter, Optional<Money> available, Optional<LocalDate> paidThrough) {}

    /** 一个月: what is paid without the change, what the change adds, and what newcomers would add. */
    public record Line(YearMonth month, Money now, Money change, Money newcomers) {}

    static Outlook of(Stand stand, Impact impact, LocalDate asOf, LocalDate from) {
        Money received = impact.of(Impact.Line::receiving).received();
        Money change = impact.of(Impact.Line::receiving).difference();
        Money newcomers = impact.of(line -> !line.receiving() && line.kind() == Effect.Kind.NEWLY)
                .difference();
        var months = new ArrayList<Line>();
        YearMonth effective = YearMonth.from(from);
        for (YearMonth month = first(stand, asOf, from);
                month.getYear() <= from.getYear();
                month = month.plusMonths(1)) {
            boolean changed = !month.isBefore(effective);
            months.add(new Line(month, received, changed ? change : Money.ZERO, changed ? newcomers : Money.ZERO));
        }
        return new Outlook(stand.matter(), stand.available(), months);
    }

    private static YearMonth first(Stand stand, LocalDate asOf, LocalDate from) {
        YearMonth unpaid = stand.paidThrough()
                .map(paid -> YearMonth.from(paid).plusMonths(1))
                .orElse(YearMonth.from(asOf));
        YearMonth january = YearMonth.of(from.getYear(), Month.JANUARY);
        return unpaid.isBefore(january) ? january : unpaid;
    }

    /** What the change costs until the end of the year, newcomers left out. */
    public Money change() {
        return Money.sum(months.stream().map(Line::change));
    }

    public Money newcomers() {
        return Money.sum(months.stream().map(Line::newcomers));
    }

    public Money now() {
        return Money.sum(months.stream().map(Line::now));
    }

    /** What would be left without the change. */
    public Optional<Money> leftNow() {
        return available.map(money -> money.minus(now()));
    }

    /** What would be left with the change. */
    public Optional<Money> left() {
        return leftNow().map(money -> money.minus(change()));
    }

    public Optional<Money> leftIfAllApply() {
        return left().map(money -> money.minus(newcomers()));
    }
}
