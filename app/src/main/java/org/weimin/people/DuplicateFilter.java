package org.weimin.people;

import org.weimin.kernel.DivisionCode;
import org.weimin.people.DuplicatePair.Confidence;
import org.weimin.people.DuplicatePair.Status;

/** 疑似重复筛选: which pairs a list shows: of a place, where they stand, and how sure at least. */
public record DuplicateFilter(DivisionCode area, Status status, Confidence confidence) {}
