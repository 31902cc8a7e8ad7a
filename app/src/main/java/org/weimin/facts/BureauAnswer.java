package org.weimin.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 核对答复: what a bureau says, before anybody believes it: about whom, under which number, and what its register holds.
 *
 * @param identity the number that the bureau looked up, as it wrote it
 * @param simulated it comes from a register that is played
 */
public record BureauAnswer(
        String reference, LocalDate answeredOn, String identity, String name, List<Value> values, boolean simulated) {
    public BureauAnswer {
        values = List.copyOf(values);
    }

    /** One value of one fact; without days it holds from the day of the question on. */
    public record Value(String fact, String value, Optional<LocalDate> from, Optional<LocalDate> until) {}
}
