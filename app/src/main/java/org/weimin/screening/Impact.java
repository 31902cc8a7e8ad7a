package org.weimin.screening;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;

/** 影响汇总: how many subjects a scenario concerns how, and the money of a month before and after. */
public record Impact(List<Line> lines) {
    public static final Impact NONE = new Impact(List.of());

    public Impact {
        lines = List.copyOf(lines);
    }

    /** 汇总行. */
    public record Line(MatterId matter, DivisionCode area, Effect.Kind kind, boolean receiving, Counted counted) {}

    /** 数量与金额: what the rules give before and after, and what is received. */
    public record Counted(long subjects, long persons, Money before, Money after, Money received) {
        public static final Counted NOTHING = new Counted(0, 0, Money.ZERO, Money.ZERO, Money.ZERO);

        public Counted plus(Counted other) {
            return new Counted(
                    subjects + other.subjects,
                    persons + other.persons,
                    before.plus(other.before),
                    after.plus(other.after),
                    received.plus(other.received));
        }

        public Money difference() {
            return after.minus(before);
        }

        /** The same for all households, as far as the judged ones are like the others. */
        Counted estimated(Scenario.Reach reach) {
            return new Counted(
                    reach.estimate(subjects),
                    reach.estimate(persons),
                    reach.estimate(before),
                    reach.estimate(after),
                    reach.estimate(received));
        }
    }

    public Counted of(Predicate<Line> wanted) {
        return lines.stream().filter(wanted).map(Line::counted).reduce(Counted.NOTHING, Counted::plus);
    }

    public Counted of(Effect.Kind kind) {
        return of(line -> line.kind() == kind);
    }

    public Counted all() {
        return of(line -> true);
    }

    public Impact of(MatterId matter) {
        return where(line -> line.matter().equals(matter));
    }

    public Impact where(Predicate<Line> wanted) {
        return new Impact(lines.stream().filter(wanted).toList());
    }

    public Collection<MatterId> matters() {
        return lines.stream().map(Line::matter).distinct().toList();
    }

    /** The lines of each area, after towns were put together. */
    public Map<DivisionCode, Impact> by(Function<DivisionCode, DivisionCode> town) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> town.apply(line.area()),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Impact::new)));
    }

    /** What the whole would be, judged by a part. */
    Impact estimated(Scenario.Reach reach) {
        return reach.isWhole()
                ? this
                : new Impact(lines.stream()
                        .map(line -> new Line(
                                line.matter(),
                                line.area(),
                                line.kind(),
                                line.receiving(),
                                line.counted().estimated(reach)))
                        .toList());
    }
}
