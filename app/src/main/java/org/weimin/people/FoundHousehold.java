package org.weimin.people;

import java.time.LocalDate;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PersonId;

/** 立户: the head is its first member from the given day on. */
public record FoundHousehold(PersonId head, DivisionCode place, String address, LocalDate on) {}
