package org.weimin.casework.internal;

import java.util.LinkedHashMap;
import java.util.Map;
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

    public Map<String, String> fields(CaseFile file, Application application, String nextBy, String dueOn) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("office", offices.accepting(file.claim().area()));
        fields.put("caseNumber", file.claim().number());
        fields.put("applicant", people.person(application.applicant()).name());
        fields.put("openedOn", CaseLetters.day(application.submittedOn()));
        fields.put("matter", limits.pack(file.claim().matter()).title().zh());
        fields.put("receiptCode", application.receipt().grouped());
        fields.put("nextBy", nextBy);
        fields.put("dueOn", dueOn);
        fields.put("community", offices.place(file.claim().area()));
        fields.put("today", CaseLetters.day(clock.today()));
        return fields;
    }
}
