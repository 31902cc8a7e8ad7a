package org.weimin.casework.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Citations;
import org.weimin.casework.Claim;
import org.weimin.casework.Decision;
import org.weimin.casework.Hearing;
import org.weimin.casework.Letter;
import org.weimin.casework.internal.Chronicle.Lane;
import org.weimin.eligibility.Eligibility;
import org.weimin.eligibility.Explanation;
import org.weimin.engine.Determination;
import org.weimin.engine.Pack;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Refused;
import org.weimin.people.Party;

/** Writes the letters of a case: what will be printed is frozen the moment that it is decided. */
@Component
public class CaseLetters {
    private final LetterStore store;
    private final Chronicle chronicle;
    private final Claimants claimants;
    private final Limits limits;
    private final Offices offices;
    private final BusinessClock clock;

    CaseLetters(
            LetterStore store,
            Chronicle chronicle,
            Claimants claimants,
            Limits limits,
            Offices offices,
            BusinessClock clock) {
        this.store = store;
        this.chronicle = chronicle;
        this.claimants = claimants;
        this.limits = limits;
        this.offices = offices;
        this.clock = clock;
    }

    void writeHearingNotice(CaseFile file, Determination answer) {
        var fields = common(file, answer);
        fields.put("reasons", refusalText(answer));
        fields.put("hearingDays", limits.value(file.claim(), "hearingDays").value());
        write(file, "hearing", fields);
    }

    /** 一次性告知书: everything that is missing, told once. */
    void writeSupplement(CaseFile file, Determination answer, String missing) {
        var fields = common(file, answer);
        fields.put("missing", missing);
        fields.put("supplementBy", "请尽快补充；补齐之前办理期限不计算");
        write(file, "supplement", fields);
    }

    /** What the rules ask for and nobody has told, in the words of the dictionary. */
    public static String missingText(Eligibility eligibility, Determination answer) {
        return eligibility.explain(answer).facts().stream()
                .filter(Explanation.FactLine::missing)
                .map(fact -> fact.who().isEmpty() ? fact.label() : fact.who() + "：" + fact.label())
                .distinct()
                .collect(Collectors.joining("；"));
    }

    void writeDecision(CaseFile file, Determination answer, String deciderName) {
        Decision decision = file.decision().orElseThrow();
        var fields = common(file, answer);
        fields.put("decider", deciderName);
        fields.put("monthly", decision.monthly().grouped());
        fields.put("monthlyWords", decision.monthly().inWords());
        fields.put("granted", GrantWords.of(decision.decided()));
        fields.put("effectiveMonth", month(decision.effectiveFrom()));
        fields.put("reasons", decision.reasons().text());
        String stopped = file.claim().acts() == Pack.Acts.STOP ? "stopped" : "refused";
        write(file, decision.isGrant() ? "granted" : stopped, fields);
    }

    /** Without a notice in the recipient's hands there is no hearing; silence counts only when the days are over. */
    void demandTold(CaseFile file, Hearing hearing) {
        boolean served = store.of(file.id()).stream()
                .filter(letter -> letter.kind().equals("hearing"))
                .flatMap(letter -> letter.servedOn().stream())
                .anyMatch(day -> !day.isAfter(hearing.noticeServedOn()));
        if (!served) {
            throw new Refused("casework.hear.notice-not-served");
        }
        int days = Integer.parseInt(limits.value(file.claim(), "hearingDays").value());
        LocalDate last = hearing.noticeServedOn().plusDays(days);
        if (hearing.manner() == Hearing.Manner.SILENT && !hearing.heardOn().isAfter(last)) {
            throw new Refused("casework.hear.too-early", last);
        }
    }

    /** The template that the edition of the case prints a letter with. */
    public String template(Claim claim, Letter letter) {
        String path = "letters/" + letter.kind() + ".html";
        return limits.edition(claim).file(path).orElseThrow(() -> new Refused("casework.letter.no-template", path));
    }

    /** The reason of a refusal in the words of the pack, with the figures of this case. */
    public static String refusalText(Determination answer) {
        return answer.whatWouldChangeIt().stream()
                .map(checked ->
                        checked.refusalText().zh() + "（" + checked.hint().zh() + "）")
                .collect(Collectors.joining("；"));
    }

    private Map<String, String> common(CaseFile file, Determination answer) {
        LocalDate today = clock.today();
        Party party = claimants.party(file.claim());
        var fields = new LinkedHashMap<String, String>();
        fields.put("caseNumber", file.claim().number());
        fields.put("applicant", claimants.name(file.claim()));
        fields.put("identity", claimants.identity(file.claim()));
        fields.put("address", party.address());
        fields.put("community", offices.place(file.claim().area()));
        fields.put("members", Long.toString(party.counted()));
        fields.put("matter", limits.pack(file.claim().matter()).title().zh());
        fields.put("openedOn", day(file.claim().openedOn()));
        fields.put("today", day(today));
        fields.put("articles", articles(answer));
        fields.put("office", offices.deciding(file.claim()));
        fields.put("government", offices.government(file.claim().area()));
        return fields;
    }

    private void write(CaseFile file, String kind, Map<String, String> fields) {
        String number = file.claim().number() + "-" + (store.of(file.id()).size() + 1);
        fields.put("letterNumber", number);
        store.insert(file, kind, number, fields, clock.today());
        chronicle.add(file, Lane.LETTER, "written." + kind, number);
    }

    private static String articles(Determination answer) {
        return Citations.of(
                answer.rules().stream().map(Determination.RuleFired::article).toList());
    }

    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String month(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月";
    }
}
