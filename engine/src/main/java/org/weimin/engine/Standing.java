package org.weimin.engine;

import java.util.List;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;

/** 竞合结果: what became of a claim beside the others. */
public sealed interface Standing {
    /** It stands as it is. */
    record Stands() implements Standing {}

    /** Another matter is given in its place. */
    record GivesWay(MatterId to, Overlap rule) implements Standing {}

    /** It stands, and pays so much less. */
    record Reduced(List<Less> less) implements Standing {
        public Reduced {
            less = List.copyOf(less);
        }

        public Money off() {
            return Money.sum(less.stream().map(Less::off));
        }
    }

    /** 扣减: how much comes off beside which other matters, and the source that says so. */
    record Less(List<MatterId> beside, Money off, Text because, String article) {}
}
