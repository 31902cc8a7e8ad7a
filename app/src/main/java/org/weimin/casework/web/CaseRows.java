package org.weimin.casework.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.weimin.casework.internal.WorkLists;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.BusinessClock;
import org.weimin.policy.Policy;
import org.weimin.shell.Texts;

/** Turns rows of work lists into text. */
@Component
class CaseRows {
    private final Divisions divisions;
    private final Policy policy;
    private final BusinessClock clock;

    CaseRows(Divisions divisions, Policy policy, BusinessClock clock) {
        this.divisions = divisions;
        this.policy = policy;
        this.clock = clock;
    }

    List<CaseRow> of(List<WorkLists.Row> rows) {
        var calendar = policy.calendar();
        var places = divisions.shortNames(rows.stream().map(WorkLists.Row::area).toList());
        return rows.stream()
                .map(row -> CaseRow.of(row, title(row), places.getOrDefault(row.area(), ""), clock.today(), calendar))
                .toList();
    }

    private String title(WorkLists.Row row) {
        var title = policy.pack(row.pack()).title();
        return Texts.either(title.zh(), title.en());
    }
}
