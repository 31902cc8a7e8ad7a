package org.weimin.intake.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.intake.Channel;
import org.weimin.intake.Intake;
import org.weimin.intake.Receipt;
import org.weimin.intake.SubmitApplication;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.Household;
import org.weimin.people.People;
import org.weimin.policy.Policy;

/** Turns a confirmed draft into facts, consents and an application, in one transaction. */
@Component
public class Filing {
    private static final String CONSENT = "consent_";
    private final ApplicationDraftStore drafts;
    private final Sheets sheets;
    private final Intake intake;
    private final Registers registers;
    private final Policy policy;
    private final BusinessClock clock;

    /** Where the answers are kept. */
    @Component
    record Registers(Facts facts, People people) {}

    Filing(
            ApplicationDraftStore drafts,
            Sheets sheets,
            Intake intake,
            Registers registers,
            Policy policy,
            BusinessClock clock) {
        this.drafts = drafts;
        this.sheets = sheets;
        this.intake = intake;
        this.registers = registers;
        this.policy = policy;
        this.clock = clock;
    }

    public static String consentKey(PersonId person) {
        return CONSENT + person;
    }

    @Transactional
    public Receipt file(Draft draft, String commandKey) {
        LocalDate today = clock.today();
        if (!draft.hasDone("applicant") || !draft.hasDone("consent")) {
            throw new Refused("intake.submit.incomplete", "");
        }
        sheets.of(draft).forEach(sheet -> {
            if (!sheet.isComplete() || !draft.hasDone(sheet.id())) {
                throw new Refused("intake.submit.incomplete", sheet.title().zh());
            }
            record(draft, sheet, today);
        });
        consent(draft, today);
        boolean assisted = !draft.answer(Draft.AGENT).isBlank();
        Receipt receipt = intake.submit(new SubmitApplication(
                draft.household(),
                PersonId.of(draft.answer(Draft.APPLICANT)),
                List.of(draft.matter()),
                today,
                assisted ? Channel.ASSISTED : Channel.WINDOW,
                new SubmitApplication.FiledBy(draft.answer(Draft.AGENT), draft.answer(Draft.AUTHORISATION)),
                new SubmitApplication.Undertaking(signedOn(draft, today), draft.answer(Draft.EVIDENCE)),
                commandKey));
        drafts.remove(draft.id());
        return receipt;
    }

    private void record(Draft draft, Sheet sheet, LocalDate today) {
        for (Sheet.Entry entry : sheet.entries()) {
            if (entry.isNews()) {
                LocalDate from = entry.income().isPresent() ? windowStart(draft, today) : today;
                registers
                        .facts()
                        .record(new RecordFact(
                                entry.subject(),
                                entry.factName(),
                                entry.value(),
                                Period.since(from),
                                "DECLARED",
                                draft.answer(Draft.EVIDENCE)));
            }
        }
    }

    private void consent(Draft draft, LocalDate today) {
        for (Household.Member member :
                registers.people().household(draft.household(), today).members()) {
            PersonId person = member.person().id();
            boolean given =
                    registers.facts().consentsOf(draft.household(), today).contains(person);
            if (!given && draft.answer(consentKey(person)).equals("true")) {
                registers.facts().consent(draft.household(), person, today, draft.answer(Draft.EVIDENCE));
            }
        }
    }

    /** Declared income speaks for the months that the rules average over. */
    private LocalDate windowStart(Draft draft, LocalDate today) {
        int months = Integer.parseInt(policy.value(draft.matter(), "incomeWindowMonths", draft.area(), today)
                .value());
        return today.withDayOfMonth(1).minusMonths(months);
    }

    private static LocalDate signedOn(Draft draft, LocalDate today) {
        String typed = draft.answer(Draft.SIGNED_ON);
        return typed.isBlank() ? today : LocalDate.parse(typed);
    }
}
