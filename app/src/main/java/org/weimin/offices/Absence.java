package org.weimin.offices;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.weimin.kernel.DivisionCode;

/** 请假与替岗: the days on which somebody of an office is away, and who stands in; never why. */
public record Absence(UUID id, UUID member, Optional<UUID> cover, LocalDate first, LocalDate last, DivisionCode area) {
    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    public boolean overlaps(Absence other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }
}
