package org.weimin.facts;

import org.weimin.kernel.DivisionCode;

/** 批量事实: a fact with the area that is responsible for its subject, which the caller of a bulk knows. */
public record PlacedFact(RecordFact fact, DivisionCode area) {}
