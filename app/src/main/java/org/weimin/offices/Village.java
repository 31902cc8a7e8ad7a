package org.weimin.offices;

import java.util.Optional;
import java.util.UUID;
import org.weimin.kernel.DivisionCode;

/** 村、社区: what lies there, and which person of the office answers for it. */
public record Village(DivisionCode code, String name, Optional<UUID> member, Load load) {}
