package org.weimin.benefits;

import java.time.YearMonth;
import java.util.Optional;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Subject;

/** 花名册行: one entitlement as the roster prints it. */
public record RosterRow(
        EntitlementId id,
        MatterId matter,
        Subject subject,
        String payeeName,
        int members,
        String area,
        Money monthly,
        YearMonth from,
        Optional<YearMonth> until) {}
