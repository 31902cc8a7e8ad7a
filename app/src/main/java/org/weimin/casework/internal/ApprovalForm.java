package org.weimin.casework.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Decision;
import org.weimin.casework.Notice;
import org.weimin.casework.Objection;
import org.weimin.casework.RecordVisit;
import org.weimin.casework.internal.DecisionStore.Said;
import org.weimin.engine.Determination;
import org.weimin.engine.Pack;
import org.weimin.people.Person;

/**
 * 审批表: the case on one sheet, a block for each level with its words, name and day. A block that nobody has filled yet
 * is left open for the pen. The code at its foot is that of what is printed: while nothing changes, it is the same.
 */
@Component
@Transactional(readOnly = true)
public class ApprovalForm {
    private static final String OPEN_DAY = "　　　　年　　月　　日";
    private static final int CODE_BYTES = 8;
    private final CaseLetters letters;
    private final Dossier dossier;
    private final DecisionStore decisions;
    private final Claimants claimants;
    private final Offices offices;
    private final Deliberating deliberating;

    ApprovalForm(
            CaseLetters letters,
            Dossier dossier,
            DecisionStore decisions,
            Claimants claimants,
            Offices offices,
            Deliberating deliberating) {
        this.letters = letters;
        this.dossier = dossier;
        this.decisions = decisions;
        this.claimants = claimants;
        this.offices = offices;
        this.deliberating = deliberating;
    }

    /** Only what is known of the case: the same case prints the same form, whoever prints it. */
    public Map<String, String> fields(CaseFile file) {
        Optional<Determination> answer = file.assessment().map(made -> decisions.determination(made.determination()));
        var fields = new LinkedHashMap<>(
                letters.common(file, answer.map(letters::articles).orElse("")));
        fields.remove("today");
        fields.remove(CaseLetters.WHERE);
        fields.put("handlingOffice", offices.handling(file.claim()));
        fields.put("people", people(file));
        fields.put("proposal", answer.map(made -> proposal(file, made)).orElse(""));
        survey(file, fields);
        said("assess", file.assessment().flatMap(made -> decisions.assessed(made.determination())), fields);
        said("review", file.assessment().flatMap(made -> decisions.reviewed(made.determination())), fields);
        said(
                "decide",
                file.decision().map(made -> new Said(decision(file, made), decider(file), made.decidedOn())),
                fields);
        fields.put("publicity", publicity(file));
        fields.put(
                "deliberation",
                deliberating.last(file.id()).map(ApprovalForm::deliberation).orElse(""));
        fields.put("code", code(fields));
        return fields;
    }

    private void survey(CaseFile file, Map<String, String> fields) {
        Optional<RecordVisit> last =
                dossier.visits(file.id()).stream().findFirst().map(SurveyStore.Visited::visit);
        String agrees = last.map(visit -> visit.finding() == RecordVisit.Finding.AGREES ? "与申报一致。" : "与申报不一致。")
                .orElse("");
        fields.put("surveyWords", agrees + last.map(RecordVisit::findings).orElse(""));
        fields.put(
                "surveyBy",
                last.map(visit -> visit.firstOfficer() + "、" + visit.secondOfficer())
                        .orElse(""));
        fields.put("surveySigned", last.map(RecordVisit::signedBy).orElse(""));
        fields.put("surveyOn", day(last.map(RecordVisit::visitedOn)));
    }

    private static void said(String block, Optional<Said> said, Map<String, String> fields) {
        fields.put(block + "Words", said.map(Said::words).orElse(""));
        fields.put(block + "By", said.map(Said::by).orElse(""));
        fields.put(block + "On", day(said.map(Said::on)));
    }

    private String decider(CaseFile file) {
        return dossier.signatures(file).getLast();
    }

    private static String decision(CaseFile file, Decision made) {
        String reasons = made.reasons().text();
        if (made.isGrant()) {
            return "同意。" + GrantWords.of(made.decided()) + "，自" + CaseLetters.month(made.effectiveFrom()) + "起。";
        }
        return (file.claim().acts() == Pack.Acts.GRANT ? "不予确认。" : "同意终止。") + reasons;
    }

    private static String proposal(CaseFile file, Determination answer) {
        String granted = GrantWords.of(answer.outcome());
        if (!granted.isEmpty()) {
            return "拟同意：" + granted;
        }
        return (file.claim().acts() == Pack.Acts.GRANT ? "拟不予确认：" : "拟终止：")
                + CaseLetters.refusalText(answer, CaseLetters.CHINESE);
    }

    private String people(CaseFile file) {
        LocalDate opened = file.claim().openedOn();
        return claimants.party(file.claim()).people().stream()
                .map(person -> line(person, opened))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Person person, LocalDate opened) {
        return person.name() + "　" + person.ageOn(opened) + "岁　" + person.idNumberMasked();
    }

    private String publicity(CaseFile file) {
        List<Objection> objections = dossier.objections(file.id());
        long upheld = objections.stream()
                .filter(objection -> objection.status() == Objection.Status.UPHELD)
                .count();
        return dossier.notices(file.id()).stream()
                        .filter(notice -> notice.kind() == Notice.Kind.PROPOSED)
                        .map(notice -> "自" + CaseLetters.day(notice.postedOn())
                                + notice.takenDownOn()
                                        .map(down -> "至" + CaseLetters.day(min(down, notice.dueOn())))
                                        .orElse("起，正在公示"))
                        .collect(Collectors.joining("；"))
                + (objections.isEmpty() ? "" : "。收到异议" + objections.size() + "件，属实" + upheld + "件");
    }

    private static String deliberation(DeliberationStore.Held held) {
        var votes = held.deliberation().votes();
        return CaseLetters.day(held.deliberation().heldOn()) + "评议，到会"
                + held.deliberation().panel().present() + "人：同意" + votes.inFavour() + "人，反对" + votes.against()
                + "人，弃权" + votes.abstained() + "人，" + (held.passed() ? "通过" : "未通过");
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static String day(Optional<LocalDate> on) {
        return on.map(CaseLetters::day).orElse(OPEN_DAY);
    }

    private static String code(Map<String, String> fields) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(fields.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(hash, 0, CODE_BYTES);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("This JVM has no SHA-256", broken);
        }
    }
}
