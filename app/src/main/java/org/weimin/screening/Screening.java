package org.weimin.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.Access;
import org.weimin.audit.Audit;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;
import org.weimin.screening.internal.FindingStore;
import org.weimin.screening.internal.SweepStore;

/** 主动发现: the front desk of this room. Starts sweeps and shows what they counted. */
@Service
@Transactional
public class Screening {
    private final SweepStore sweeps;
    private final FindingStore findings;
    private final BusinessClock clock;
    private final Access access;
    private final Audit audit;

    Screening(SweepStore sweeps, FindingStore findings, BusinessClock clock, Access access, Audit audit) {
        this.sweeps = sweeps;
        this.findings = findings;
        this.clock = clock;
        this.access = access;
        this.audit = audit;
    }

    /** Asks for a sweep of the place; it is worked in the background. One at a time for a place. */
    public SweepId ask(DivisionCode place, LocalDate asOf, Optional<MatterId> only) {
        access.requireArea(place);
        if (asOf.isAfter(clock.today())) {
            throw new Refused("screening.not-yet", asOf);
        }
        if (sweeps.open(place).isPresent()) {
            throw new Refused("screening.running");
        }
        var sweep = new Sweep(
                SweepId.next(),
                place,
                asOf,
                clock.now(),
                only,
                Acting.current().key(),
                Sweep.Status.ASKED,
                new Sweep.Progress(0, 0, 0, 0),
                Sweep.Took.NOTHING,
                "");
        try {
            sweeps.add(sweep);
        } catch (DuplicateKeyException twice) {
            throw new Refused("screening.running");
        }
        audit.changed("screening.asked", sweep.id().value(), place.value(), Map.of("asOf", asOf.toString()));
        return sweep.id();
    }

    /** A sweep of another place does not exist for the actor. */
    @Transactional(readOnly = true)
    public Sweep get(SweepId id) {
        Sweep sweep = sweeps.get(id);
        var actor = Acting.current().areaRange();
        boolean above = actor.from().startsWith(sweep.place().value());
        if (!above) {
            access.requireArea(sweep.place());
        }
        return sweep;
    }

    /** The newest finished sweep of the place or of one that contains it. */
    @Transactional(readOnly = true)
    public Optional<Sweep> latest(DivisionCode place) {
        return sweeps.latest(place);
    }

    @Transactional(readOnly = true)
    public List<Sweep> history(DivisionCode place) {
        return sweeps.list(place);
    }

    @Transactional(readOnly = true)
    public List<MatterId> matters(SweepId sweep) {
        return sweeps.matters(sweep);
    }

    /** Counted for the place as a whole. */
    @Transactional(readOnly = true)
    public Summary summary(SweepId sweep, DivisionCode place) {
        return findings.summary(sweep, place, 0);
    }

    /** Counted for each town, or for each community below a town. */
    @Transactional(readOnly = true)
    public Summary byArea(SweepId sweep, DivisionCode place) {
        return findings.summary(sweep, place, place.value().length() < 9 ? 9 : 12);
    }
}
