package org.weimin.people;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PairId;
import org.weimin.kernel.PersonId;

/**
 * 疑似重复: two records that may be one resident, with what speaks for it and against it.
 *
 * @param area the smallest place that has both
 * @param changed fields that have changed since the pair was ruled out, which is why it is open again
 */
public record DuplicatePair(
        PairId id,
        PersonId one,
        PersonId other,
        DivisionCode area,
        int scoreTenths,
        List<Likeness> reasons,
        Status status,
        LocalDate foundOn,
        List<String> changed,
        Optional<Ruling> ruling) {
    /** Where the pair stands. */
    public enum Status {
        OPEN,
        RULED_OUT,
        MERGED
    }

    /** 排除: somebody said that they are two people, and why. */
    public record Ruling(String by, LocalDate on, String reason) {}

    public DuplicatePair {
        reasons = List.copyOf(reasons);
        changed = List.copyOf(changed);
    }

    public BigDecimal score() {
        return BigDecimal.valueOf(scoreTenths, Likeness.SCALE);
    }

    public Confidence confidence() {
        return Confidence.of(scoreTenths);
    }

    /** 把握: what a score means in words. A score of 2 is odds of four to one, 6 of sixty-four, 10 of a thousand. */
    public enum Confidence {
        SURE(100),
        LIKELY(60),
        POSSIBLE(20);

        private final int leastTenths;

        Confidence(int leastTenths) {
            this.leastTenths = leastTenths;
        }

        public int leastTenths() {
            return leastTenths;
        }

        static Confidence of(int tenths) {
            return tenths >= SURE.leastTenths ? SURE : tenths >= LIKELY.leastTenths ? LIKELY : POSSIBLE;
        }
    }
}
