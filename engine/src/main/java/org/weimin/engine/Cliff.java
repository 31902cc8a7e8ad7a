package org.weimin.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.weimin.engine.Determination.Outcome;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;

/** 悬崖效应: what a household has in all, step by step, while one member earns more every month, and where it falls. */
public record Cliff(List<Point> points, List<Fall> falls) {
    public Cliff {
        points = List.copyOf(points);
        falls = List.copyOf(falls);
    }

    /** With so much earned a month, all matters together give these. */
    public record Point(Money earned, List<Part> parts) {
        public Point {
            parts = List.copyOf(parts);
        }

        /** Money and services a month. */
        public Money given() {
            return Money.sum(parts.stream().map(Part::monthly));
        }

        public Money total() {
            return earned.plus(given());
        }
    }

    /** 一份: what one matter gives the household or a person a month; an identity, and what has no price, is zero. */
    public record Part(MatterId matter, String person, Kind kind, Money monthly) {
        /** How it is given. */
        public enum Kind {
            MONEY,
            SERVICE,
            IDENTITY
        }

        private boolean isSame(Part other) {
            return matter.equals(other.matter) && person.equals(other.person) && kind == other.kind;
        }
    }

    /** A step of earning more after which the household has less, or is no longer what it was. */
    public record Fall(Point before, Point after) {
        public Money more() {
            return after.earned().minus(before.earned());
        }

        /** By how much less there is in all; nothing where only an identity is lost. */
        public Money loss() {
            Money less = before.total().minus(after.total());
            return less.isPositive() ? less : Money.ZERO;
        }

        /** What is lost, each with what it was worth more before. */
        public List<Part> lost() {
            return before.parts().stream().flatMap(this::lost).toList();
        }

        private Stream<Part> lost(Part had) {
            Optional<Part> has = after.parts().stream().filter(had::isSame).findFirst();
            Money less = had.monthly().minus(has.map(Part::monthly).orElse(Money.ZERO));
            return has.isEmpty() || less.isPositive()
                    ? Stream.of(new Part(had.matter(), had.person(), had.kind(), less))
                    : Stream.empty();
        }

        private boolean isOne() {
            return loss().isPositive() || lost().stream().anyMatch(part -> part.kind() == Part.Kind.IDENTITY);
        }
    }

    /** Who earns more: the member, the fact that adds up the earnings, and over how many months it does. */
    public record Earner(String person, String fact, int months) {}

    /** From nothing earned on, so many steps of so much a month; where it falls is found to the finest step. */
    public record Way(Money step, int steps, Money finest) {}

    public static Cliff of(Question question, FactSheet sheet, Earner earner, Way way) {
        var walk = new Walk(question, sheet, earner);
        var points = new ArrayList<Point>();
        var falls = new ArrayList<Fall>();
        for (int i = 0; i <= way.steps(); i++) {
            Point point = walk.at(new Money(Math.multiplyExact(way.step().fen(), i)));
            if (i > 0) {
                var fall = new Fall(points.getLast(), point);
                if (fall.isOne()) {
                    falls.add(walk.finest(fall, way.finest()));
                }
            }
            points.add(point);
        }
        falls.sort((a, b) -> b.loss().compareTo(a.loss()));
        return new Cliff(points, falls);
    }

    /** One household on its way up. */
    private record Walk(Question question, FactSheet sheet, Earner earner) {
        Point at(Money earned) {
            BigDecimal total = earned.toYuan().multiply(BigDecimal.valueOf(earner.months()));
            FactSheet richer = sheet.with(earner.person(), new Fact(earner.fact(), total, "SYSTEM", ""));
            return new Point(
                    earned,
                    question.ask(richer).items().stream().flatMap(Walk::parts).toList());
        }

        /** The edge itself: halves the step until it is as fine as asked for. */
        Fall finest(Fall fall, Money finest) {
            Fall found = fall;
            while (found.more().compareTo(finest) > 0) {
                long half = found.more().fen() / finest.fen() / 2 * finest.fen();
                if (half == 0) {
                    return found;
                }
                Point middle = at(found.before().earned().plus(new Money(half)));
                var first = new Fall(found.before(), middle);
                found = first.isOne() ? first : new Fall(middle, found.after());
            }
            return found;
        }

        private static Stream<Part> parts(AllAtOnce.Item item) {
            if (item.standing() instanceof Standing.GivesWay
                    || !(item.determination().outcome() instanceof Outcome.Entitled(var grants))) {
                return Stream.empty();
            }
            MatterId matter = item.determination().matter();
            String person = item.determination().question().person();
            Money services = Money.sum(grants.stream()
                    .map(grant -> grant instanceof Grant.Service service ? service.monthly() : Money.ZERO));
            var parts = new ArrayList<Part>();
            if (has(grants, Grant.Monthly.class)) {
                parts.add(new Part(matter, person, Part.Kind.MONEY, item.monthly()));
            }
            if (has(grants, Grant.Service.class)) {
                parts.add(new Part(matter, person, Part.Kind.SERVICE, services));
            }
            if (has(grants, Grant.Identity.class)) {
                parts.add(new Part(matter, person, Part.Kind.IDENTITY, Money.ZERO));
            }
            return parts.stream();
        }

        private static boolean has(List<Grant> grants, Class<? extends Grant> kind) {
            return grants.stream().anyMatch(kind::isInstance);
        }
    }

    /** All matters at one place on one day. */
    public record Question(AllAtOnce matters, DivisionCode place, LocalDate asOf) {
        AllAtOnce.Answer ask(FactSheet sheet) {
            return matters.asFarAsTold(place, asOf, sheet);
        }
    }
}
