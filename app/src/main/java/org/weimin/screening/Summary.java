package org.weimin.screening;

import java.util.List;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;

/** 筛查汇总: how many subjects of a sweep came out how, by matter or by area, and why. */
public record Summary(List<Line> lines) {
    public Summary {
        lines = List.copyOf(lines);
    }

    /** 汇总行. */
    public record Line(MatterId matter, String area, Finding.Kind kind, String reason, Counted counted) {}

    /** 数量与金额. */
    public record Counted(long subjects, Money amount, Money received) {
        public static final Counted NOTHING = new Counted(0, Money.ZERO, Money.ZERO);

        public Counted plus(Counted other) {
            return new Counted(subjects + other.subjects, amount.plus(other.amount), received.plus(other.received));
        }
    }

    public Counted of(Finding.Kind kind) {
        return sum(lines.stream().filter(line -> line.kind() == kind).toList());
    }

    public Counted of(MatterId matter, Finding.Kind kind) {
        return sum(lines.stream()
                .filter(line -> line.matter().equals(matter) && line.kind() == kind)
                .toList());
    }

    public List<MatterId> matters() {
        return lines.stream().map(Line::matter).distinct().toList();
    }

    private static Counted sum(List<Line> some) {
        return some.stream().map(Line::counted).reduce(Counted.NOTHING, Counted::plus);
    }
}
