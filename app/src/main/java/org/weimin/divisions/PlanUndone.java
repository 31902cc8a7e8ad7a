package org.weimin.divisions;

import org.weimin.kernel.PlanId;

/** 方案已撤销: the divisions are again what they were before the plan. */
public record PlanUndone(PlanId plan) {}
