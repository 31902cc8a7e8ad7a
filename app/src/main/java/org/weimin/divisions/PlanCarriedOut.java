package org.weimin.divisions;

import org.weimin.kernel.PlanId;

/** 方案已实施: the divisions are redrawn, and everything that lies in them has its new code. */
public record PlanCarriedOut(PlanId plan) {}
