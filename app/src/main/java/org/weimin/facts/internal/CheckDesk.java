package org.weimin.facts.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.Staffing;
import org.weimin.audit.Audit;
import org.weimin.engine.CheckItem.Channel;
import org.weimin.facts.BureauAnswer;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.internal.AnswerStore.Kept;
import org.weimin.facts.internal.AnswerStore.Value;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.People;

/** One request on the desk: what came, and what a clerk types from a bureau's paper. */
@Component
@Transactional
public class CheckDesk {
    /** An answer and what it said. */
    public record Said(Kept answer, List<Value> values) {}

    /** A request with everything that came for it. */
    public record Opened(CheckRequest request, List<Said> said) {}

    private final CheckStore requests;
    private final AnswerStore answers;
    private final Answering answering;
    private final Staffing staffing;
    private final People people;
    private final Audit audit;

    CheckDesk(
            CheckStore requests,
            AnswerStore answers,
            Answering answering,
            Staffing staffing,
            People people,
            Audit audit) {
        this.requests = requests;
        this.answers = answers;
        this.answering = answering;
        this.staffing = staffing;
        this.people = people;
        this.audit = audit;
    }

    /** A look that is recorded, with the case it is for. */
    public Opened open(UUID id) {
        CheckRequest request = requests.get(id);
        audit.looked(
                "check-answer",
                new Subject.OfPerson(request.of().person()),
                request.of().caseNumber());
        List<Said> said = answers.of(id).stream()
                .map(kept -> new Said(kept, answers.values(kept.id())))
                .toList();
        return new Opened(request, said);
    }

    /** What a bureau wrote on paper, typed by somebody who is no kin. */
    public void type(UUID id, BureauAnswer said, String evidence) {
        CheckRequest request = requests.get(id);
        boolean related = staffing.staffPerson(Acting.staff().id())
                .filter(own -> people.areRelated(own, request.of().person()))
                .isPresent();
        if (related) {
            throw new Refused("facts.check.related");
        }
        if (evidence.isBlank()) {
            throw new Refused("facts.record.evidence");
        }
        answering.take(id, said, Channel.CLERK, evidence.strip());
    }
}
