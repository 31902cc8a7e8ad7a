package org.weimin.casework.internal;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Repository;
import org.weimin.casework.PastDecision;
import org.weimin.home.Bulk;

/** All SQL for casework.past_decision. */
@Repository
public class PastDecisionStore {
    private final Bulk bulk;

    PastDecisionStore(Bulk bulk) {
        this.bulk = bulk;
    }

    public void takeOver(List<PastDecision> decisions) {
        bulk.insert(
                "casework.past_decision (case_file_id, matter, subject_kind, subject_id, assessed_by, decided_by,"
                        + " decided_at, area)",
                rows -> decisions.forEach(each -> rows.row(
                        each.caseFile(),
                        each.matter(),
                        each.subject().kind(),
                        each.subject().id(),
                        each.assessedBy(),
                        each.decidedBy(),
                        each.decidedAt().atOffset(ZoneOffset.UTC),
                        each.area())));
    }
}
