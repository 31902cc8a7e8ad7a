package org.weimin.divisions;

import org.weimin.kernel.DivisionCode;

/** 代管: a statistical zone that is no legal division, and the street that is responsible for its residents. */
public record Attachment(DivisionCode zone, DivisionCode street, String reason) {}
