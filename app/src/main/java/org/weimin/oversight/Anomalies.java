package org.weimin.oversight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.Staffing;
import org.weimin.audit.Audit;
import org.weimin.benefits.Rechecks;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.oversight.Anomaly.Status;
import org.weimin.oversight.internal.AnomalyStore;
import org.weimin.oversight.internal.AnomalyStore.Own;
import org.weimin.oversight.internal.Patrol;
import org.weimin.shell.PageOf;

/**
 * 疑点核查: the front desk of this room. Whoever an anomaly concerns, as an official or as kin, neither sees nor closes
 * it; and what is confirmed changes no aid until a person has looked at it again on the usual road.
 */
@Service
@Transactional
public class Anomalies {
    private static final int MOST_IN_A_WORKBOOK = 20_000;
    private final AnomalyStore store;
    private final Patrol patrol;
    private final Staffing staffing;
    private final Rechecks rechecks;
    private final Audit audit;
    private final BusinessClock clock;

    Anomalies(
            AnomalyStore store, Patrol patrol, Staffing staffing, Rechecks rechecks, Audit audit, BusinessClock clock) {
        this.store = store;
        this.patrol = patrol;
        this.staffing = staffing;
        this.rechecks = rechecks;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public PageOf<Anomaly> list(AnomalyFilter filter, int page) {
        return store.list(filter, own(), Math.max(1, page));
    }

    /** For a workbook. */
    @Transactional(readOnly = true)
    public List<Anomaly> all(AnomalyFilter filter) {
        return store.all(filter, own(), MOST_IN_A_WORKBOOK);
    }

    /** Kind by kind, of those that the reader may see. */
    @Transactional(readOnly = true)
    public List<Precision> precision(AnomalyFilter filter) {
        return store.precision(filter, own());
    }

    @Transactional(readOnly = true)
    public Optional<LastRun> lastRun() {
        return patrol.last();
    }

    /** 排查: asks every question today; what every night does by itself. */
    public LastRun patrol() {
        return patrol.run(clock.today());
    }

    public Anomaly get(AnomalyId id) {
        Anomaly anomaly = mine(id);
        audit.looked("anomaly", "anomaly", id.value(), anomaly.kind().name());
        return anomaly;
    }

    @Transactional(readOnly = true)
    public List<Anomaly.Step> steps(AnomalyId id) {
        return store.steps(mine(id).id());
    }

    /** What came of it, by whoever looked into it. */
    public void close(CloseAnomaly closing) {
        Anomaly anomaly = mine(closing.anomaly());
        if (anomaly.version() != closing.version()) {
            throw new Refused("oversight.close.changed");
        }
        store.close(anomaly, closing.result());
        store.add(anomaly, closing.result().name(), closing.words(), clock.today());
        audit.changed(
                "anomaly.closed",
                anomaly.id().value(),
                anomaly.area().value(),
                Map.of("result", closing.result().name()));
    }

    /** 转复核: puts aid on the list of what is looked at again; whoever takes it from there hears the recipient first. */
    public void lookAgain(AnomalyId id, EntitlementId award) {
        Anomaly anomaly = mine(id);
        if (anomaly.status() != Status.CONFIRMED) {
            throw new Refused("oversight.again.not-confirmed");
        }
        Evidence row = anomaly.evidence().stream()
                .filter(each -> each.is() == Evidence.Is.AWARD && each.id().equals(award.value()))
                .findFirst()
                .orElseThrow(() -> new NotFound(award));
        rechecks.audited(row.whose().orElseThrow(() -> new NotFound(award)), award);
        store.add(anomaly, "LOOK_AGAIN", "", clock.today());
    }

    private Anomaly mine(AnomalyId id) {
        Anomaly anomaly = store.find(id).orElseThrow(() -> new NotFound(id));
        if (store.concerns(id, own())) {
            throw new Refused("oversight.concerns-you");
        }
        return anomaly;
    }

    private Own own() {
        return Acting.current() instanceof Actor.Staff staff
                ? staffing.staffPerson(staff.id()).map(store::own).orElse(Own.NOBODY)
                : Own.NOBODY;
    }
}
