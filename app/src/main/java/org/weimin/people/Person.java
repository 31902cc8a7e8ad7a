package org.weimin.people;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PersonId;

/** 居民: one resident as the register has it. The identity number is masked; the whole one is revealed with a reason. */
public record Person(
        PersonId id,
        String name,
        Sex sex,
        LocalDate birth,
        String idNumberMasked,
        DivisionCode area,
        String address,
        Optional<LocalDate> diedOn) {

    /** 周岁: completed years; a child born on 29 February grows older on 1 March of a common year. */
    public int ageOn(LocalDate day) {
        return Math.max(0, Period.between(birth, day).getYears());
    }

    public boolean isAliveOn(LocalDate day) {
        return diedOn.map(day::isBefore).orElse(true);
    }
}
