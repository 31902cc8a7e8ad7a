package org.weimin.casework.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.CaseFile;
import org.weimin.intake.Application;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Refused;
import org.weimin.people.People;

/** Fills the pack's receipt: the one letter that is not frozen, because it may be printed again with today's dates. */
@Component
@Transactional(readOnly = true)
public class ReceiptLetters {
    private static final String TEMPLATE = "letters/receipt.html";
    private final People people;
    private final Limits limits;
    private final Offices offices;
    private final BusinessClock clock;

    ReceiptLetters(People people, Limits limits, Offices offices, BusinessClock clock) {
        this.people = people;
        this.limits = limits;
        this.offices = offices;
        this.clock = clock;
    }

    public String template(CaseFile file) {
        return limits.edition(file.claim())
                .file(TEMPLATE)
                .orElseThrow(() -> new Refused("casework.letter.no-template", TEMPLATE));
    }

    /** One line of the receipt: which case, and by when what happens. */
    public record Promise(CaseFile file, String nextBy, String dueOn) {}

    /** One receipt for everything that was asked for together. */
    public Map<String, String> fields(Application application, List<Promise> promises) {
        CaseFile first = promises.getFirst().file();
        var fields = new LinkedHashMap<String, String>();
        fields.put("office", offices.handling(first.claim()));
        fields.put("applicant", people.person(application.applicant()).name());
        fields.put("openedOn", CaseLetters.day(application.submittedOn()));
        fields.put("matter", promises.stream().map(this::matter).distinct().collect(Collectors.joining("、")));
        fields.put("cases", promises.stream().map(this::line).collect(Collectors.joining("\n")));
        fields.put("receiptCode", application.receipt().grouped());
        fields.put(CaseLetters.WHERE, offices.whereToGo(first.claim()));
        fields.put("today", CaseLetters.day(clock.today()));
        return fields;
    }

    private String line(Promise promise) {
        String next = promise.nextBy().isEmpty() ? "" : "最迟 " + promise.nextBy() + " 开始办理，";
        return matter(promise) + "（办件编号 " + promise.file().claim().number() + "）：" + next + promise.dueOn() + " 前作出决定";
    }

    private String matter(Promise promise) {
        return limits.pack(promise.file().claim().matter()).title().zh();
    }
}
