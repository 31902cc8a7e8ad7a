package org.weimin.casework.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.casework.Claim;
import org.weimin.casework.Deadline;
import org.weimin.casework.PanelRules;
import org.weimin.engine.Edition;
import org.weimin.engine.Pack;
import org.weimin.engine.ResolvedValue;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Counters;
import org.weimin.policy.Policy;

/** The pack's parameters that steer a case: limits, publicity days, who decides, from which month. */
@Component
public class Limits {
    private final Policy policy;
    private final BusinessClock clock;

    Limits(Policy policy, BusinessClock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    public Pack pack(MatterId matter) {
        return policy.pack(matter);
    }

    /** The edition under which the case was opened: its process, letters and lists stay as they were then. */
    public Edition edition(Claim claim) {
        return policy.pack(claim.pack()).editionOn(claim.edition());
    }

    /** The value of the case's own pack, or of the matter that it acts on. */
    public ResolvedValue value(Claim claim, String parameter) {
        return policy.value(claim.pack(), parameter, claim.area(), clock.today());
    }

    /** The limit of the whole case: in months or calendar days where the law counts so, else in working days. */
    Deadline.Length whole(Claim claim) {
        if (claim.acts() == Pack.Acts.CHANGE) {
            return workdays(claim, "recheckWorkdays");
        }
        if (isCounted(claim, "deadlineMonths")) {
            return Deadline.Length.months(number(claim, "deadlineMonths"));
        }
        return isCounted(claim, "deadlineDays") ? days(claim, "deadlineDays") : workdays(claim, "deadlineWorkdays");
    }

    private boolean isCounted(Claim claim, String parameter) {
        return policy.pack(claim.pack()).findParameter(parameter).isPresent() && number(claim, parameter) > 0;
    }

    /** As long as the whole case may take in special cases; nothing where whoever sets the usual limit sets none. */
    public Optional<Deadline.Length> special(Claim claim) {
        Pack pack = policy.pack(claim.pack());
        if (claim.acts() == Pack.Acts.CHANGE
                || !pack.parameterFile("deadlineWorkdays").equals(pack.parameterFile("deadlineSpecialWorkdays"))) {
            return Optional.empty();
        }
        Deadline.Length usual = whole(claim);
        Deadline.Length special = workdays(claim, "deadlineSpecialWorkdays");
        return usual.unit() == special.unit() && special.amount() > usual.amount()
                ? Optional.of(special)
                : Optional.empty();
    }

    /** While what is waited for limits rest here. */
    Set<Deadline.Rest> rest(Claim claim) {
        return Arrays.stream(value(claim, "pausedBy").value().split(" ", -1))
                .map(Deadline.Rest::valueOf)
                .collect(Collectors.toSet());
    }

    public PanelRules panel(Claim claim) {
        return new PanelRules(
                new PanelRules.Size(
                        number(claim, "panelLeast"),
                        value(claim, "panelParity").value().equals("ODD")),
                PanelRules.Share.of(value(claim, "panelResidentsLeast").value()),
                PanelRules.Share.of(value(claim, "panelCommitteeMost").value()),
                PanelRules.Share.of(value(claim, "panelQuorum").value()),
                PanelRules.Share.of(value(claim, "panelPassOver").value()));
    }

    int number(Claim claim, String parameter) {
        return Integer.parseInt(value(claim, parameter).value());
    }

    Deadline.Length workdays(Claim claim, String parameter) {
        return Deadline.Length.workdays(number(claim, parameter));
    }

    Deadline.Length publicity(Claim claim) {
        int amount = number(claim, "publicityDays");
        return value(claim, "publicityUnit").value().equals("WORKDAY")
                ? Deadline.Length.workdays(amount)
                : Deadline.Length.days(amount);
    }

    Deadline.Length days(Claim claim, String parameter) {
        return Deadline.Length.days(number(claim, parameter));
    }

    Deadline.Length publication(Claim claim) {
        return days(claim, "publicationMaxDays");
    }

    /** Whether an office of this area handles the case: the street what streets take in, the county its own. */
    public boolean isHandledAt(Claim claim, DivisionCode area) {
        return Counters.isAt(policy.pack(claim.pack()), area);
    }

    /** Whether the street itself decides here; otherwise the county does (社会救助法 第四十四条). */
    public boolean townDecides(Claim claim) {
        return value(claim, "decideLevel").value().equals("TOWN");
    }

    /** The first day of the first month with, or without, the aid. */
    public LocalDate effectiveFrom(Claim claim) {
        return switch (claim.acts()) {
            case STOP -> nextMonth();
            case CHANGE -> from(value(claim, "raiseMonth"), claim);
            case GRANT -> from(value(claim, "firstMonth"), claim);
        };
    }

    LocalDate nextMonth() {
        return YearMonth.from(clock.today()).plusMonths(1).atDay(1);
    }

    private LocalDate from(ResolvedValue month, Claim claim) {
        return switch (month.value()) {
            case "SAME_MONTH" -> clock.today().withDayOfMonth(1);
            case "APPLICATION_MONTH" -> claim.openedOn().withDayOfMonth(1);
            default -> nextMonth();
        };
    }
}
