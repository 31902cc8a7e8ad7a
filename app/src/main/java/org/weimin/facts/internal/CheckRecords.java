package org.weimin.facts.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.weimin.facts.CheckConflict;
import org.weimin.facts.CheckRequest;
import org.weimin.kernel.CaseFileId;

/** Where the requests and differences of a case lie. */
@Component
public class CheckRecords {
    private final CheckStore requests;
    private final ConflictStore conflicts;

    CheckRecords(CheckStore requests, ConflictStore conflicts) {
        this.requests = requests;
        this.conflicts = conflicts;
    }

    public List<CheckRequest> requests(CaseFileId caseFile) {
        return requests.ofCase(caseFile);
    }

    public List<CheckConflict> conflicts(CaseFileId caseFile) {
        return conflicts.ofCase(caseFile);
    }

    public CheckConflict conflict(UUID id) {
        return conflicts.get(id);
    }

    public int countOpenConflicts(CaseFileId caseFile) {
        return conflicts.countOpen(caseFile);
    }

    public void closeOpenOf(CaseFileId caseFile) {
        requests.closeOpenOf(caseFile);
    }
}
