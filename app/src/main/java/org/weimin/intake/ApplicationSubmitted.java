package org.weimin.intake;

import java.time.LocalDate;
import java.util.List;
import org.weimin.kernel.ApplicationId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;

/** 申请已提交: casework opens one case file per matter in the same transaction. */
public record ApplicationSubmitted(
        ApplicationId application, HouseholdId household, List<MatterId> matters, LocalDate on) {}
