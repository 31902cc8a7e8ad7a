package org.weimin.benefits;

import java.time.YearMonth;
import java.util.UUID;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.Money;

/** 多发待追回: a month that was paid although nothing, or less, was due. It is recovered or netted with consent. */
public record Overpayment(UUID id, EntitlementId entitlement, YearMonth month, Money amount, String payeeName) {}
