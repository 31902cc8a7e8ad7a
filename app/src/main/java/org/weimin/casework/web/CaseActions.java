package org.weimin.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Notice;
import org.weimin.casework.Survey;
import org.weimin.casework.internal.Correcting;
import org.weimin.casework.internal.Deciding;
import org.weimin.casework.internal.Dossier;
import org.weimin.casework.internal.Extending;
import org.weimin.casework.internal.Limits;
import org.weimin.casework.internal.Recusal;
import org.weimin.casework.internal.Transferring;
import org.weimin.engine.Pack;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.Forbidden;
import org.weimin.shell.Texts;

/** Which steps this official may take now; a step that may not be taken says why. */
@Component
@Transactional(readOnly = true)
class CaseActions {
    private static final Set<String> BESIDE_THE_WAY = Set.of("withdraw", "transfer", "extend", "correct");

    private final Recusal recusal;
    private final Deciding deciding;
    private final Dossier dossier;
    private final Limits limits;
    private final Beside beside;

    /** What may be done beside the steps of the process. */
    @Component
    record Beside(Extending extending, Correcting correcting, Transferring transferring) {}

    CaseActions(Recusal recusal, Deciding deciding, Dossier dossier, Limits limits, Beside beside) {
        this.recusal = recusal;
        this.deciding = deciding;
        this.dossier = dossier;
        this.limits = limits;
        this.beside = beside;
    }

    List<CaseView.Action> of(CaseFile file) {
        Actor.Staff staff = Acting.staff();
        boolean partial = recusal.isPartial(staff, file);
        var actions = new ArrayList<CaseView.Action>();
        boolean out = beside.transferring().isOut(file.id());
        if (out) {
            actions.add(handle("transfer-back", file, staff, partial));
        } else {
            addStep(actions, file, staff, partial);
        }
        if (file.claim().acts() == Pack.Acts.GRANT
                && file.decision().isEmpty()
                && !file.status().isClosed()
                && staff.may("casework.handle")) {
            actions.add(handle("withdraw", file, staff, partial));
        }
        if (!out && Transferring.mayLeave(file) && staff.may("casework.handle")) {
            actions.add(handle("transfer", file, staff, partial));
        }
        if (staff.may("casework.decide") && beside.extending().mayExtend(file)) {
            actions.add(action("extend", file, partial ? Texts.t("casework.why.recused") : ""));
        }
        if (staff.may("casework.handle") && beside.correcting().mayCorrect(file)) {
            actions.add(action("correct", file, ""));
        }
        return actions;
    }

    private void addStep(List<CaseView.Action> actions, CaseFile file, Actor.Staff staff, boolean partial) {
        switch (file.status()) {
            case ACCEPTING -> actions.add(handle("accept", file, staff, partial));
            case ASSESSING -> actions.add(handle("assess", file, staff, partial));
            case SUPPLEMENT -> actions.add(handle("supplement", file, staff, partial));
            case VISITING -> actions.add(visit(file, staff, partial));
            case HEARING -> actions.add(handle("hear", file, staff, partial));
            case PUBLICITY -> actions.add(publicity(file, staff, partial));
            case FIRST_REVIEW -> actions.add(review(file, staff, partial));
            case AWAITING_DECISION -> actions.add(decide("decide", file, staff, partial));
            case ISSUING ->
                actions.add(
                        file.decision().isPresent()
                                ? handle("issue", file, staff, partial)
                                : decide("issue", file, staff, partial));
            case PAPERS -> actions.add(handle("papers", file, staff, partial));
            case DECIDED -> {
                if (file.step().equals("publish")) {
                    actions.add(handle("publish", file, staff, partial));
                }
            }
            case REVIEWING -> actions.add(handle("review", file, staff, partial));
            case WAITING, PUBLISHED, ARCHIVED, WITHDRAWN -> {}
        }
    }

    /** The form for one officer; for the other one, what waits to be confirmed. */
    private CaseView.Action visit(CaseFile file, Actor.Staff staff, boolean partial) {
        return dossier.surveys(file.id()).stream()
                .filter(survey -> survey.status() == Survey.Status.FILED)
                .findFirst()
                .map(survey -> action(
                        "survey-filed",
                        file,
                        survey.second().equals(staff.id())
                                ? ""
                                : Texts.t("casework.why.second", survey.visit().secondOfficer())))
                .orElseGet(() -> handle("survey", file, staff, partial));
    }

    private CaseView.Action publicity(CaseFile file, Actor.Staff staff, boolean partial) {
        return dossier.notices(file.id()).stream()
                .filter(notice -> notice.kind() == Notice.Kind.PROPOSED
                        && notice.takenDownOn().isEmpty())
                .findFirst()
                .map(hanging -> action("publicity", file, Texts.t("casework.why.hanging", Texts.date(hanging.dueOn()))))
                .orElseGet(() -> handle("publicity", file, staff, partial));
    }

    private CaseView.Action review(CaseFile file, Actor.Staff staff, boolean partial) {
        String why = "";
        if (!staff.may("casework.decide")) {
            why = Texts.t("casework.why.decider");
        } else if (partial) {
            why = Texts.t("casework.why.recused");
        } else if (file.hands().examined().contains(staff.id())) {
            why = Texts.t("casework.why.two-people");
        }
        return action("first-review", file, why);
    }

    private CaseView.Action decide(String step, CaseFile file, Actor.Staff staff, boolean partial) {
        String why = "";
        if (!staff.may("casework.decide")) {
            why = Texts.t("casework.why.decider");
        } else if (partial) {
            why = Texts.t("casework.why.recused");
        } else if (file.hands().examined().contains(staff.id())
                || file.hands().reviewed().contains(staff.id())) {
            why = Texts.t("casework.why.two-people");
        } else if (!deciding.decidesHere(staff, file)) {
            why = Texts.t("casework.why.level");
        }
        return action(step, file, why);
    }

    /** Handing over is the window's work; where it decides as well, the decider's. */
    static void demandMayIssue(CaseFile file) {
        String needed = file.decision().isPresent() ? "casework.handle" : "casework.decide";
        if (!Acting.current().may(needed)) {
            throw new Forbidden(needed);
        }
    }

    private CaseView.Action handle(String step, CaseFile file, Actor.Staff staff, boolean partial) {
        String why = "";
        if (!staff.may("casework.handle")) {
            why = Texts.t("casework.why.handler");
        } else if (partial) {
            why = Texts.t("casework.why.recused");
        } else if (!limits.isHandledAt(file.claim(), staff.area())) {
            why = Texts.t("casework.why.window");
        }
        return action(step, file, why);
    }

    private static CaseView.Action action(String step, CaseFile file, String why) {
        return new CaseView.Action(
                Texts.t("casework.action." + step),
                "/cases/" + file.id() + "/" + path(step),
                why.isEmpty(),
                why,
                !BESIDE_THE_WAY.contains(step));
    }

    /** Papers that follow are told in the same form as papers that were missing. */
    private static String path(String step) {
        return switch (step) {
            case "papers" -> "supplement";
            case "survey-filed" -> "survey";
            default -> step;
        };
    }
}
