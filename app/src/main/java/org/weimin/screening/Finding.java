package org.weimin.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Subject;

/**
 * 筛查发现: what the rules say of one subject under one matter, beside what the subject receives. The reason is the
 * refusal, the missing facts, or the matters that this one follows or gives way to, a space between them.
 */
public record Finding(
        MatterId matter,
        Kind kind,
        Subject subject,
        HouseholdId household,
        DivisionCode area,
        String reason,
        Money amount,
        Money received,
        Vouching vouching) {
    /** Begins the reason of an answer that follows from other matters which are not received yet. */
    public static final String FOLLOWS = "follows ";

    /** Begins the reason of an answer that gives way to another matter. */
    public static final String GIVES_WAY = "gives-way ";

    /** Whether it comes with other matters that have to be applied for first. */
    public boolean follows() {
        return reason.startsWith(FOLLOWS);
    }

    /** The facts that have to be asked for. */
    public List<String> missing() {
        return kind == Kind.CANNOT_TELL ? List.of(reason.split(" ")) : List.of();
    }

    /** 发现类别. The first four are worked through; the others are only counted, or listed as being in order. */
    public enum Kind {
        /** 应享未享: entitled, and receives nothing. */
        ENTITLED_NOT_RECEIVING,
        /** 享受但不再符合: receives, and the rules say no. */
        RECEIVING_NOT_ENTITLED,
        /** 金额不符: receives another amount than the rules give. */
        AMOUNT_DIFFERS,
        /** 信息不足: the rules ask for facts that nobody recorded. */
        CANNOT_TELL,
        /** 领取无误. */
        RECEIVING_RIGHTLY,
        /** 不符合且未领取. */
        NOT_ENTITLED,
        /** 信息不足，但即使再无其他收入也不符合: what is known refuses already, unless somebody earns less than nothing. */
        UNLIKELY,
        /** 无适用标准: the place has no standard on the day. */
        NO_STANDARD;

        public boolean isWorkedThrough() {
            return compareTo(RECEIVING_RIGHTLY) < 0;
        }

        public boolean isListed() {
            return compareTo(RECEIVING_RIGHTLY) <= 0;
        }
    }

    /** 可信度: how many of the recorded facts a register or a check vouches for, and when the oldest was recorded. */
    public record Vouching(int facts, int checked, Optional<LocalDate> oldestOn) {
        /** In whole percent; of nothing, nothing. */
        public int percent() {
            return facts == 0 ? 0 : 100 * checked / facts;
        }
    }
}
