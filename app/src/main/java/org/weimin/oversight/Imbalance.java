package org.weimin.oversight;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.Access;
import org.weimin.audit.Audit;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Money;
import org.weimin.oversight.internal.Checks;
import org.weimin.oversight.internal.Overtaking;
import org.weimin.oversight.internal.StandingStore;
import org.weimin.screening.Screening;

/** 救助失衡: who has less after aid than those who had less before it, in a place, as the last whole sweep saw it. */
@Service
@Transactional(readOnly = true)
public class Imbalance {
    private static final long FEN = 100;
    private final StandingStore standings;
    private final Checks checks;
    private final Screening screening;
    private final Access access;
    private final Audit audit;
    private final BusinessClock clock;

    Imbalance(
            StandingStore standings,
            Checks checks,
            Screening screening,
            Access access,
            Audit audit,
            BusinessClock clock) {
        this.standings = standings;
        this.checks = checks;
        this.screening = screening;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty where no sweep has asked all matters of the place yet. Compared is within the place that is asked for. */
    public Optional<Picture> of(DivisionCode place) {
        access.requireArea(place);
        Thresholds thresholds = checks.thresholds(place, clock.today());
        var band = new Money(FEN * thresholds.number("passedBandYuan"));
        return standings.latest(place).map(sweep -> {
            List<Standing> all = standings.list(sweep, place);
            return new Picture(
                    sweep.asOf(),
                    band,
                    new Money(FEN * thresholds.number("nearLineYuan")),
                    all,
                    Overtaking.among(all, band));
        });
    }

    /** Whether a sweep that holds the whole place is under way: then there will soon be a picture. */
    public boolean isComing(DivisionCode place) {
        return screening.history(place).stream()
                .anyMatch(sweep -> sweep.isOpen()
                        && sweep.only().isEmpty()
                        && sweep.place().contains(place));
    }

    /** Whose households they are, for a page; written to the audit record. */
    @Transactional
    public Map<HouseholdId, String> heads(Collection<HouseholdId> households) {
        households.stream()
                .findFirst()
                .ifPresent(first -> audit.looked("imbalance", "household", first.value(), "list"));
        return standings.heads(households);
    }
}
