package org.weimin.casework;

import java.util.Optional;
import org.weimin.engine.Pack;
import org.weimin.kernel.CaseFileId;

/** 办理进度: how far one case has come, as its receipt shows it: no facts, no amount, no outcome. */
public record Progress(CaseFileId id, Claim claim, CaseFile.Status status, Optional<Deadline> due) {
    /** What is decided cannot be taken back, and a stop was not asked for. */
    public boolean mayBeWithdrawn() {
        return claim.acts() == Pack.Acts.GRANT && status.mayBecome().contains(CaseFile.Status.WITHDRAWN);
    }

    Progress by(Optional<Deadline> deadline) {
        return new Progress(id, claim, status, deadline);
    }
}
