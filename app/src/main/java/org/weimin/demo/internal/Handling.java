package org.weimin.demo.internal;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Casework;
import org.weimin.casework.FirstReview;
import org.weimin.casework.HandOver;
import org.weimin.casework.Verdict;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.CaseFileId;

/** 办理: carries a case from desk to desk, each official taking the own step, until it ends or may rest. */
@Component
class Handling {
    private final Casework casework;

    Handling(Casework casework) {
        this.casework = casework;
    }

    void carry(CaseFileId id, Officials.Three three, HandOver handOver, Set<Status> restsAt) {
        for (var step = step(id, three, handOver, restsAt);
                step.isPresent();
                step = step(id, three, handOver, restsAt)) {
            step.get().run();
        }
    }

    private Optional<Runnable> step(CaseFileId id, Officials.Three three, HandOver handOver, Set<Status> restsAt) {
        var agreed = new FirstReview(FirstReview.Finding.AGREED, "经复核，情况属实，同意。");
        Status status = casework.get(id).status();
        return restsAt.contains(status)
                ? Optional.empty()
                : switch (status) {
                    case ACCEPTING, ASSESSING -> by(three.examiner(), () -> casework.assess(id, "材料齐全，符合条件。"));
                    case FIRST_REVIEW -> by(three.second(), () -> casework.review(id, agreed));
                    case AWAITING_DECISION ->
                        by(three.decider(), () -> casework.decide(id, new Verdict.AsAssessed("")));
                    case ISSUING -> by(three.second(), () -> casework.issue(id, handOver));
                    default -> Optional.empty();
                };
    }

    private static Optional<Runnable> by(Actor.Staff official, Runnable step) {
        return Optional.of(() -> Acting.as(official, step));
    }
}
