package org.weimin.casework.internal;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Deadline.Rest;
import org.weimin.casework.Transfer;
import org.weimin.casework.internal.Chronicle.Lane;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;

/** 转办和退回: while a case lies with another bureau no step is taken in it, and its limits rest where the place says so. */
@Component
@Transactional
public class Transferring {
    /** Where nothing hangs, waits by law, or is decided. */
    private static final Set<Status> MAY_LEAVE =
            Set.of(Status.ACCEPTING, Status.ASSESSING, Status.SUPPLEMENT, Status.VISITING, Status.FIRST_REVIEW);

    private final Desk desk;
    private final CaseFileStore files;

    Transferring(Desk desk, CaseFileStore files) {
        this.desk = desk;
        this.files = files;
    }

    public void send(CaseFileId id, Transfer transfer) {
        CaseFile file = desk.get(id);
        var staff = desk.handler(file);
        if (!mayLeave(file)) {
            throw new Refused("casework.transfer.not-now");
        }
        if (!files.insert(file, transfer, staff.id())) {
            throw new Refused("casework.transfer.out", transfer.bureau());
        }
        desk.pause(file, Rest.TRANSFER);
        desk.note(file, Lane.CASE, "transferred", transfer.bureau(), transfer.reason(), transfer.receipt());
    }

    /** What the other bureau found stands in the case's history; the steps go on where they stood. */
    public void takeBack(CaseFileId id, String answer) {
        CaseFile file = desk.get(id);
        desk.handler(file);
        if (answer.isBlank()) {
            throw new Refused("casework.transfer.no-answer");
        }
        if (!files.closeTransfer(file.id(), answer.strip(), desk.today())) {
            throw new Refused("casework.transfer.here");
        }
        desk.resume(file, Rest.TRANSFER);
        desk.note(file, Lane.CASE, "returned-from-bureau", answer.strip());
    }

    public static boolean mayLeave(CaseFile file) {
        return MAY_LEAVE.contains(file.status());
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Transfer> of(CaseFileId id) {
        return files.transfers(id);
    }

    @Transactional(readOnly = true)
    public boolean isOut(CaseFileId id) {
        return files.findTransfer(id).isPresent();
    }
}
