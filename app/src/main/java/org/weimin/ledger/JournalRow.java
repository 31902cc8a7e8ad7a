package org.weimin.ledger;

import java.time.LocalDate;
import org.weimin.kernel.JournalId;
import org.weimin.kernel.Money;

/** 凭证行: one journal as a list shows it. */
public record JournalRow(JournalId id, String key, LocalDate bookedOn, String memo, Money total) {}
