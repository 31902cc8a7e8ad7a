package org.weimin.ledger;

import java.time.YearMonth;
import org.weimin.kernel.Money;

/** 每月应付: one amount of one month, and how far its payment is. */
public record Debt(YearMonth month, Money amount, Payable.Status status) {}
