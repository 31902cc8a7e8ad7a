package org.weimin.demo.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.access.Role;
import org.weimin.home.BusinessDays;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.oversight.Anomalies;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Anomaly.Kind;
import org.weimin.oversight.Anomaly.Status;
import org.weimin.oversight.AnomalyFilter;
import org.weimin.oversight.CloseAnomaly;
import org.weimin.screening.Screening;

/** 演示核查: some of what looked odd three weeks ago has been looked into; today everybody is looked at again. */
@Component
class DemoInspection {
    private static final int FOUND_DAYS_AGO = 20;
    private static final int CLOSED_DAYS_AGO = 8;
    private static final int EVERY_THIRD = 3;
    private static final int EVERY_FOURTH = 4;
    private final Anomalies anomalies;
    private final Screening screening;
    private final Officials officials;
    private final BusinessDays days;
    private final BusinessClock clock;

    DemoInspection(
            Anomalies anomalies, Screening screening, Officials officials, BusinessDays days, BusinessClock clock) {
        this.anomalies = anomalies;
        this.screening = screening;
        this.officials = officials;
        this.days = days;
        this.clock = clock;
    }

    /** The sweep is worked in the background, a second after the start. */
    void inspect() {
        days.ago(FOUND_DAYS_AGO, anomalies::patrol);
        var auditor = officials.one(Role.AUDITOR, DemoLoad.SONGJIANG);
        days.ago(CLOSED_DAYS_AGO, () -> Acting.as(auditor, this::lookInto));
        anomalies.patrol();
        screening.ask(DemoLoad.SONGJIANG, clock.today(), Optional.empty());
    }

    private void lookInto() {
        found(Kind.OFFICIAL_RELATIVE).forEach(each -> close(each, Status.EXPLAINED, "已按近亲属备案制度备案，区级派人复核过，确实符合条件。"));
        List<Anomaly> paidOn = found(Kind.PAID_AFTER_DEATH);
        for (int i = 0; i < paidOn.size(); i += EVERY_THIRD) {
            if (i % EVERY_FOURTH == 0) {
                close(paidOn.get(i), Status.CONFIRMED, "派出所证实已经死亡，家属没有报告，已通知街道停发并追回。");
            } else {
                close(paidOn.get(i), Status.EXPLAINED, "死亡信息登记错人，已请公安部门更正。");
            }
        }
    }

    private List<Anomaly> found(Kind kind) {
        return anomalies.all(new AnomalyFilter(Optional.of(kind), Optional.empty(), DemoLoad.SONGJIANG));
    }

    private void close(Anomaly anomaly, Status result, String note) {
        anomalies.close(new CloseAnomaly(anomaly.id(), result, note, "", anomaly.version()));
    }
}
