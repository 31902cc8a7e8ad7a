package org.weimin.screening;

import java.time.Duration;
import java.time.LocalDate;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Money;

/** 情景: a supposition under a name, held against everybody who lives in a place as things were on a day. */
public record Scenario(
        ScenarioId id,
        String name,
        DivisionCode place,
        Supposition supposition,
        LocalDate asOf,
        String askedBy,
        Sweep.Status status,
        Reach reach,
        Took took,
        String failure) {

    /** 进度: how many of the households have been judged. */
    public record Reach(int slices, int slicesDone, int households, int persons, int allHouseholds) {
        public static final Reach NOTHING = new Reach(0, 0, 0, 0, 0);

        public boolean isWhole() {
            return slices > 0 && slicesDone == slices;
        }

        /** What a count among the judged households would be among all. */
        public long estimate(long counted) {
            return households == 0 ? 0 : counted * allHouseholds / households;
        }

        public Money estimate(Money counted) {
            return new Money(estimate(counted.fen()));
        }
    }

    /** 用时: until the first figures were there, and in all. */
    public record Took(Duration first, Duration whole) {
        public static final Took NOTHING = new Took(Duration.ZERO, Duration.ZERO);
    }

    public boolean isOpen() {
        return status == Sweep.Status.ASKED || status == Sweep.Status.RUNNING;
    }
}
