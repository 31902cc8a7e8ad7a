package org.weimin.casework.internal;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Deadline;
import org.weimin.casework.Deadline.Kind;
import org.weimin.casework.Deadline.Rest;
import org.weimin.casework.Notice;
import org.weimin.casework.Objection;
import org.weimin.casework.internal.Chronicle.Lane;
import org.weimin.kernel.Acting;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Vault;

/** Hangs lists on the board, takes objections to them in, and takes the lists down. */
@Component
public class Boards {
    private final Desk desk;
    private final NoticeStore notices;
    private final Publicity publicity;
    private final Limits limits;
    private final Deadlines deadlines;
    private final Vault vault;

    Boards(Desk desk, NoticeStore notices, Publicity publicity, Limits limits, Deadlines deadlines, Vault vault) {
        this.desk = desk;
        this.notices = notices;
        this.publicity = publicity;
        this.limits = limits;
        this.deadlines = deadlines;
        this.vault = vault;
    }

    /** 审核公示: the proposed entry hangs for the days that the place sets; the case's own limit rests meanwhile. */
    public void post(CaseFileId id) {
        CaseFile file = desk.get(id);
        file.demand(Status.PUBLICITY);
        Deadline until = deadlines.start(file, Kind.PUBLICITY, desk.today(), limits.publicity(file.claim()));
        hang(file, Notice.Kind.PROPOSED, until.dueOn());
        desk.pause(file, Rest.PUBLICITY);
        desk.note(file, Lane.PUBLICITY, "posted", until.dueOn());
    }

    /** 社会救助法 第四十五条: the decision hangs in the village or community, and comes down by itself. */
    public void publish(CaseFileId id) {
        CaseFile file = desk.get(id);
        file.demand(Status.DECIDED);
        if (file.decision().filter(made -> made.isGrant()).isEmpty()) {
            throw new Refused("casework.publicity.nothing-granted");
        }
        CaseFile published = desk.advance(file, "published");
        Deadline until = deadlines.start(published, Kind.PUBLICATION, desk.today(), limits.publication(file.claim()));
        hang(published, Notice.Kind.CONFIRMED, until.dueOn());
        desk.note(published, Lane.PUBLICITY, "published", until.dueOn());
    }

    /** Anybody may object while the list hangs; the identity, if given at all, is sealed. */
    public void object(UUID noticeId, String text, String contact) {
        Notice notice = notices.get(noticeId);
        if (notice.takenDownOn().isPresent()
                || notice.kind() != Notice.Kind.PROPOSED
                || desk.today().isAfter(notice.dueOn())) {
            throw new Refused("casework.object.closed");
        }
        if (text.isBlank()) {
            throw new Refused("casework.object.empty");
        }
        byte[] contactSealed = contact.isBlank() ? new byte[0] : vault.seal(contact.strip());
        notices.insert(notice, text.strip(), contactSealed, desk.today());
        CaseFile file = desk.get(notice.caseFile());
        desk.pause(file, Rest.OBJECTION_CHECK);
        desk.note(file, Lane.PUBLICITY, "objected");
    }

    /** An upheld objection reopens the inquiry; the list runs on under a dismissed one, and under one for the panel. */
    public void answer(CaseFileId id, UUID objection, Objection.Status finding, String answer) {
        CaseFile file = desk.get(id);
        var staff = desk.impartialStaff(file);
        if (finding == Objection.Status.OPEN || answer.isBlank()) {
            throw new Refused("casework.object.no-answer");
        }
        if (finding == Objection.Status.REFERRED && !desk.leadsTo(file, Status.REVIEWING)) {
            throw new Refused("casework.object.no-panel");
        }
        if (!notices.answer(id, objection, finding, answer.strip(), staff.id(), desk.today())) {
            throw new Refused("casework.object.answered");
        }
        if (!isUnderCheck(file)) {
            desk.resume(file, Rest.OBJECTION_CHECK);
        }
        if (finding != Objection.Status.UPHELD) {
            desk.note(file, Lane.PUBLICITY, "objection-" + finding.name().toLowerCase(Locale.ROOT));
            endIfQuiet(file);
            return;
        }
        file.demand(Status.PUBLICITY);
        notices.takeDown(id, Notice.Kind.PROPOSED, desk.today());
        CaseFile reopened = desk.advance(file, "objection-upheld");
        desk.note(reopened, Lane.PUBLICITY, "objection-upheld");
    }

    private boolean isUnderCheck(CaseFile file) {
        return notices.objections(file.id()).stream()
                .anyMatch(objection -> objection.status() == Objection.Status.OPEN);
    }

    /** The list hung for all its days and nobody's objection is open: on to the decision, or to the panel. */
    void endIfQuiet(CaseFile file) {
        boolean over = deadlines
                .findOpen(file.id(), Kind.PUBLICITY)
                .filter(until -> until.dueOn().isBefore(desk.today()))
                .isPresent();
        if (over && !isUnderCheck(file) && file.status() == Status.PUBLICITY) {
            String outcome = notices.isContested(file.id()) ? "contested" : "quiet";
            notices.takeDown(file.id(), Notice.Kind.PROPOSED, desk.today());
            desk.note(desk.advance(file, outcome), Lane.PUBLICITY, outcome);
        }
    }

    void endPublication(CaseFile file) {
        notices.takeDown(file.id(), Notice.Kind.CONFIRMED, desk.today());
        CaseFile archived = desk.advance(file, "taken-down");
        desk.note(archived, Lane.PUBLICITY, "taken-down");
    }

    void takeDown(CaseFile file) {
        notices.takeDown(file.id(), Notice.Kind.PROPOSED, desk.today());
    }

    private void hang(CaseFile file, Notice.Kind kind, LocalDate until) {
        var posting = new NoticeStore.Posting(Acting.staff().id(), desk.today(), until);
        DivisionCode area = file.claim().area();
        if (!notices.insert(file.id(), kind, publicity.project(file, kind), posting, area)) {
            throw new Refused("casework.publicity.hanging");
        }
    }
}
