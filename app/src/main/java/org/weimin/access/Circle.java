package org.weimin.access;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.weimin.kernel.PersonId;

/** 圈子: whose rows belong to a resident's own file; the register of residents says it, and of the dead says nobody. */
public record Circle(Function<PersonId, Set<UUID>> of) {}
