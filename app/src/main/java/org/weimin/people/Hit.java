package org.weimin.people;

import java.util.Optional;
import org.weimin.kernel.HouseholdId;

/** 查询结果: one resident that a search found, and the household the resident lives in today. */
public record Hit(Person person, Optional<HouseholdId> household) {}
