package org.weimin.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Money;

/** 悬崖效应: what a household has in all, step by step, while one member earns more every month. */
public record Cliff(List<Point> points) {
    public Cliff {
        points = List.copyOf(points);
    }

    /** With so much more earned a month, all matters together give so much a month. */
    public record Point(Money earned, Money given) {
        public Money total() {
            return earned.plus(given);
        }
    }

    /** A step of earning more after which the household has less: by so much. */
    public record Fall(Point before, Point after) {
        public Money loss() {
            return before.total().minus(after.total());
        }
    }

    /** Who earns more: the member, the fact that adds up the earnings, and over how many months it does. */
    public record Earner(String person, String fact, int months) {}

    /** So many steps, each of so much a month. An unknown income counts from zero, as the first yuan would. */
    public static Cliff of(Question question, FactSheet sheet, Earner earner, Money step, int steps) {
        var points = new ArrayList<Point>();
        BigDecimal now = sheet.find(earner.person(), earner.fact())
                .filter(Fact::isSettled)
                .map(fact -> (BigDecimal) fact.value())
                .orElse(BigDecimal.ZERO);
        for (int i = 0; i <= steps; i++) {
            Money more = new Money(Math.multiplyExact(step.fen(), i));
            BigDecimal total = now.add(more.toYuan().multiply(BigDecimal.valueOf(earner.months())));
            FactSheet richer = sheet.with(earner.person(), new Fact(earner.fact(), total, "SYSTEM", ""));
            points.add(new Point(more, question.ask(richer).monthly()));
        }
        return new Cliff(points);
    }

    /** All matters at one place on one day. */
    public record Question(AllAtOnce matters, DivisionCode place, LocalDate asOf) {
        AllAtOnce.Answer ask(FactSheet sheet) {
            return matters.of(place, asOf, sheet);
        }
    }

    /** The steps that make the household poorer, the deepest first. */
    public List<Fall> falls() {
        var falls = new ArrayList<Fall>();
        for (int i = 1; i < points.size(); i++) {
            var fall = new Fall(points.get(i - 1), points.get(i));
            if (fall.loss().isPositive()) {
                falls.add(fall);
            }
        }
        falls.sort((a, b) -> b.loss().compareTo(a.loss()));
        return falls;
    }
}
