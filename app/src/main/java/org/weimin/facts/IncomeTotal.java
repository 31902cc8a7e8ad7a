package org.weimin.facts;

import org.weimin.kernel.Money;

/** 核算期收入: what a person earned of one kind over some months, and which source said most of it. */
public record IncomeTotal(Income kind, Money total, String source, String evidence) {}
