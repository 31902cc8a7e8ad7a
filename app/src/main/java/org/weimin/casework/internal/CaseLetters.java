package org.weimin.casework.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Citations;
import org.weimin.casework.Claim;
import org.weimin.casework.Decision;
import org.weimin.casework.Hearing;
import org.weimin.casework.Letter;
import org.weimin.casework.Outcomes;
import org.weimin.casework.internal.Chronicle.Lane;
import org.weimin.eligibility.Eligibility;
import org.weimin.eligibility.Explanation;
import org.weimin.engine.Determination;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Form;
import org.weimin.engine.Pack;
import org.weimin.engine.Text;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Refused;
import org.weimin.people.Party;
import org.weimin.shell.Texts;

/** Writes the letters of a case: what will be printed is frozen the moment that it is decided. */
@Component
public class CaseLetters {
    /** The letters' own language, which binds. */
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    static final String WHERE = "where";
    private static final String SEPARATOR = "；";
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
        fields.put("reasons", reasons(file, answer));
        fields.put("reasonsEn", refusalText(answer, Locale.ENGLISH));
        fields.put("hearingDays", limits.value(file.claim(), "hearingDays").value());
        write(file, "hearing", fields);
    }

    /** 一次性告知书: everything that is missing, told once. */
    void writeSupplement(CaseFile file, Determination answer, Text missing) {
        var fields = common(file, answer);
        fields.put("missing", missing.zh());
        fields.put("missingEn", missing.en());
        fields.put("supplementBy", "请尽快补充；补齐之前办理期限不计算");
        write(file, "supplement", fields);
    }

    /** 补办手续告知书: help came first; these papers follow. */
    void writePapers(CaseFile file, Determination answer) {
        var owed = limits.edition(file.claim()).form().materials().stream()
                .filter(material -> !material.shared())
                .map(Form.Material::title)
                .toList();
        var fields = common(file, answer);
        fields.put("missing", joined(owed, CHINESE));
        fields.put("missingEn", joined(owed, Locale.ENGLISH));
        fields.put("papersDays", limits.value(file.claim(), "papersWorkdays").value());
        write(file, "papers", fields);
    }

    /** Whether all of it was told before: nobody is sent home a second time for something new. */
    void demandToldOnce(CaseFile file, String missing) {
        var told = store.of(file.id()).stream()
                .filter(letter -> letter.kind().equals("supplement"))
                .map(letter -> letter.fields().getOrDefault("missing", ""))
                .toList();
        if (!told.isEmpty()) {
            for (String one : missing.split(SEPARATOR, -1)) {
                if (told.stream().noneMatch(before -> before.contains(one))) {
                    throw new Refused("casework.accept.told-once", one);
                }
            }
        }
    }

    /** What the rules ask for and nobody has told, in the words of the dictionary. */
    public static Text missingText(Eligibility eligibility, Determination answer) {
        return new Text(missing("zh", eligibility, answer), missing("en", eligibility, answer));
    }

    private static String missing(String language, Eligibility eligibility, Determination answer) {
        return Texts.speaking(language, () -> eligibility.explain(answer)).facts().stream()
                .filter(Explanation.FactLine::missing)
                .map(fact -> fact.who().isEmpty() ? fact.label() : fact.who() + "：" + fact.label())
                .distinct()
                .collect(Collectors.joining(SEPARATOR));
    }

    static String joined(List<Text> texts, Locale language) {
        return texts.stream().map(text -> text.in(language)).collect(Collectors.joining(SEPARATOR));
    }

    void writeDecision(CaseFile file, Determination answer, String deciderName) {
        Decision decision = file.decision().orElseThrow();
        var fields = common(file, answer);
        fields.put("decider", deciderName);
        fields.put("monthly", decision.monthly().grouped());
        fields.put("monthlyWords", decision.monthly().inWords());
        fields.put("granted", GrantWords.of(decision.decided()));
        fields.put("grantedEn", GrantWords.inEnglish(decision.decided()));
        fields.put("effectiveMonth", month(decision.effectiveFrom()));
        fields.put("effectiveMonthEn", decision.effectiveFrom().toString().substring(0, "2026-07".length()));
        String reasons = decision.reasons().text();
        fields.put("reasons", reasons.isBlank() ? reasons(file, answer) : reasons);
        fields.put("reasonsEn", refusalText(answer, Locale.ENGLISH));
        fields.put("before", file.standing().monthly().grouped());
        write(file, kind(file, decision), fields);
    }

    private static String kind(CaseFile file, Decision decision) {
        return switch (file.claim().acts()) {
            case GRANT -> decision.isGrant() ? "granted" : "refused";
            case CHANGE -> decision.isGrant() ? "changed" : "stopped";
            case STOP -> "stopped";
        };
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
    public String template(Claim claim, String kind) {
        String path = "letters/" + kind + ".html";
        return limits.edition(claim).file(path).orElseThrow(() -> new Refused("casework.letter.no-template", path));
    }

    /** As it was frozen; a letter that is older than the words about where to go says them as of today. */
    public Map<String, String> fields(Claim claim, Letter letter) {
        var fields = new LinkedHashMap<>(letter.fields());
        fields.computeIfAbsent(WHERE, unsaid -> offices.whereToGo(claim));
        return fields;
    }

    /** The page that explains the letter in English, behind the Chinese text, which binds. */
    public String gloss(Claim claim, String kind) {
        return "<div class=\"gloss\">" + template(claim, kind + ".en") + "</div>";
    }

    /** Why the answer is what it is: the conditions that are not met, or by how much the aid differs from before. */
    public static String reasons(CaseFile file, Determination answer) {
        boolean changes = file.claim().acts() == Pack.Acts.CHANGE && answer.outcome() instanceof Outcome.Entitled;
        return changes
                ? "按现在的家庭情况计算，每月应为" + Outcomes.monthly(answer.outcome()).grouped() + "元，原来每月"
                        + file.standing().monthly().grouped() + "元"
                : refusalText(answer, CHINESE);
    }

    /** The reason of a refusal in the words of the pack, with the figures of this case. */
    public static String refusalText(Determination answer, Locale language) {
        return answer.whatWouldChangeIt().stream()
                .map(checked -> checked.refusalText().in(language) + "（"
                        + checked.hint().in(language) + "）")
                .collect(Collectors.joining(SEPARATOR));
    }

    private Map<String, String> common(CaseFile file, Determination answer) {
        return common(file, articles(answer));
    }

    Map<String, String> common(CaseFile file, String articles) {
        LocalDate today = clock.today();
        Party party = claimants.party(file.claim());
        Text matter = limits.pack(file.claim().matter()).title();
        var fields = new LinkedHashMap<String, String>();
        fields.put("caseNumber", file.claim().number());
        fields.put("applicant", claimants.name(file.claim()));
        fields.put("identity", claimants.identity(file.claim()));
        fields.put("address", party.address());
        fields.put("community", offices.place(file.claim().area()));
        fields.put("members", Long.toString(party.counted()));
        fields.put("matter", matter.zh());
        fields.put("matterEn", matter.en());
        fields.put("openedOn", day(file.claim().openedOn()));
        fields.put("openedOnEn", file.claim().openedOn().toString());
        fields.put("today", day(today));
        fields.put("articles", articles);
        fields.put("office", offices.deciding(file.claim()));
        fields.put("government", offices.government(file.claim().area()));
        fields.put(WHERE, offices.whereToGo(file.claim()));
        return fields;
    }

    private void write(CaseFile file, String kind, Map<String, String> fields) {
        String number = file.claim().number() + "-" + (store.of(file.id()).size() + 1);
        fields.put("letterNumber", number);
        store.insert(file, kind, number, fields, clock.today());
        chronicle.add(file, Lane.LETTER, "written." + kind, number);
    }

    String articles(Determination answer) {
        return Citations.of(answer, limits.pack(answer.matter()));
    }

    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    static String month(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月";
    }
}
