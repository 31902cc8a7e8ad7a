package org.weimin.people;

import java.time.LocalDate;
import org.weimin.kernel.PersonId;

/** 居民死亡: the register learned that a person died on a day, perhaps long ago. */
public record PersonDied(PersonId person, LocalDate on) {}
