package org.weimin.linkage;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.weimin.kernel.Refused;

/** 读不懂的来文: a line of a feed that is no event yet, and what is wrong with it; nothing where it can be read by now. */
public record UnreadLine(UUID id, String source, EventLine line, LocalDate toldOn, Optional<Refused> fault) {}
