package org.weimin.intake.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.intake.Channel;
import org.weimin.intake.Intake;
import org.weimin.intake.Papers;
import org.weimin.intake.Receipt;
import org.weimin.intake.SubmitApplication;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.Party;
import org.weimin.people.Person;
import org.weimin.policy.Policy;

/** Turns a confirmed draft into facts, consents and an application, in one transaction. */
@Component
public class Filing {
    private static final String CONSENT = "consent_";
    private static final String WINDOW = "incomeWindowMonths";
    private final ApplicationDraftStore drafts;
    private final Sheets sheets;
    private final Intake intake;
    private final Registers registers;
    private final BusinessClock clock;

    /** Where the answers are kept. */
    @Component
    record Registers(Facts facts, Policy policy, Papers papers) {}

    Filing(ApplicationDraftStore drafts, Sheets sheets, Intake intake, Registers registers, BusinessClock clock) {
        this.drafts = drafts;
        this.sheets = sheets;
        this.intake = intake;
        this.registers = registers;
        this.clock = clock;
    }

    public static String consentKey(PersonId person) {
        return CONSENT + person;
    }

    /** The channel that is given is the applicant's own; whoever shows an authorisation assists. */
    @Transactional
    public Receipt file(Draft draft, Channel channel, String commandKey) {
        LocalDate today = clock.today();
        boolean signed = sheets.statements(draft).isEmpty() || draft.hasDone("consent");
        if (!draft.hasDone("applicant") || !signed) {
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
                draft.asks(),
                PersonId.of(draft.answer(Draft.APPLICANT)),
                today,
                assisted ? Channel.ASSISTED : channel,
                new SubmitApplication.FiledBy(draft.answer(Draft.AGENT), draft.answer(Draft.AUTHORISATION)),
                new SubmitApplication.Undertaking(signedOn(draft, today), draft.answer(Draft.EVIDENCE)),
                commandKey));
        registers.papers().move(draft.id(), receipt.id().value());
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
        Party party = sheets.party(draft);
        if (!sheets.checksMeans(draft) || party.household().isEmpty()) {
            return;
        }
        HouseholdId home = party.household().get().id();
        List<PersonId> before = registers.facts().consentsOf(home, today);
        party.countedAdults(today).stream()
                .map(Person::id)
                .filter(person -> !before.contains(person)
                        && draft.answer(consentKey(person)).equals("true"))
                .forEach(person -> registers.facts().consent(home, person, today, draft.answer(Draft.EVIDENCE)));
    }

    /** Declared income speaks for the months that the rules average over. */
    private LocalDate windowStart(Draft draft, LocalDate today) {
        int months = draft.asks().stream()
                .map(ask -> registers.policy().pack(ask.matter()).assessedBy())
                .filter(matter ->
                        registers.policy().pack(matter).findParameter(WINDOW).isPresent())
                .mapToInt(matter -> Integer.parseInt(registers
                        .policy()
                        .value(matter, WINDOW, draft.area(), today)
                        .value()))
                .max()
                .orElse(1);
        return today.withDayOfMonth(1).minusMonths(months);
    }

    private static LocalDate signedOn(Draft draft, LocalDate today) {
        String typed = draft.answer(Draft.SIGNED_ON);
        return typed.isBlank() ? today : LocalDate.parse(typed);
    }
}
