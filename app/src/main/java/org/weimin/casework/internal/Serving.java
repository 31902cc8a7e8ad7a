package org.weimin.casework.internal;

import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Deadline;
import org.weimin.casework.Letter;
import org.weimin.casework.ServeLetter;
import org.weimin.casework.internal.Chronicle.Lane;
import org.weimin.intake.Intake;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;

/** Letters reach residents, and residents take applications back. */
@Component
public class Serving {
    private final Desk desk;
    private final LetterStore letters;
    private final Deadlines deadlines;
    private final Boards boards;
    private final Intake intake;

    Serving(Desk desk, LetterStore letters, Deadlines deadlines, Boards boards, Intake intake) {
        this.desk = desk;
        this.letters = letters;
        this.deadlines = deadlines;
        this.boards = boards;
        this.intake = intake;
    }

    /** A decision that grants nothing ends with its letter in the resident's hands. */
    public void serve(CaseFileId id, ServeLetter served) {
        CaseFile file = desk.get(id);
        Letter letter = letters.get(id, served.letter());
        if (served.servedOn().isBefore(letter.writtenOn()) || served.servedOn().isAfter(desk.today())) {
            throw new Refused("casework.serve.day", served.servedOn(), letter.writtenOn());
        }
        if (!letters.serve(served)) {
            throw new Refused("casework.serve.already", letter.number());
        }
        desk.note(file, Lane.LETTER, "served." + letter.kind(), letter.number(), served.servedOn());
        if (file.decision().isPresent()) {
            deadlines.meet(id, Deadline.Kind.NOTICE);
        }
        if (file.status() == Status.DECIDED && file.step().equals("deliver")) {
            desk.note(desk.advance(file, "delivered"), Lane.CASE, "archived");
        }
    }

    /** Without a reason only right after the application was sent. */
    public void withdraw(CaseFileId id, String why) {
        CaseFile file = desk.get(id);
        boolean atOnce = file.claim().application().filter(intake::isFresh).isPresent();
        if (why.isBlank() && !atOnce) {
            throw new Refused("casework.withdraw.no-reason");
        }
        boards.takeDown(file);
        CaseFile withdrawn = desk.arrive(file, file.withdraw());
        desk.note(withdrawn, Lane.CASE, why.isBlank() ? "withdrawn-at-once" : "withdrawn", why.strip());
    }
}
