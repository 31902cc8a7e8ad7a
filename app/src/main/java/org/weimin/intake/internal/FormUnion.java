package org.weimin.intake.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.weimin.engine.FactKind;
import org.weimin.engine.Form;
import org.weimin.engine.Text;
import org.weimin.intake.Ask;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.Party;
import org.weimin.people.Person;

/** 表单合并: the forms of all matters asked for as one; every fact of every subject is asked once, where it comes first. */
final class FormUnion {
    /** One fact of one subject, in the section where it is asked. */
    record Question(String section, Subject subject, FactKind fact, boolean required) {
        private Question orRequired(boolean also) {
            return new Question(section, subject, fact, required || also);
        }
    }

    private record Slot(Subject subject, String fact) {}

    // The relation to the head is the register's, and is changed there.
    private static final String RELATION = "relation";

    private final Party party;
    private final java.time.LocalDate today;
    private final Map<String, Text> titles = new LinkedHashMap<>();
    private final Map<Slot, Question> questions = new LinkedHashMap<>();

    FormUnion(Party party, BusinessClock clock) {
        this.party = party;
        this.today = clock.today();
    }

    void add(Ask ask, Form form) {
        for (Form.Section section : form.sections()) {
            titles.putIfAbsent(section.id(), section.title());
            for (Form.Field field : section.fields()) {
                if (!field.fact().name().equals(RELATION)) {
                    subjects(ask, section, field).forEach(subject -> ask(section, field, subject));
                }
            }
        }
    }

    Map<String, Text> titles() {
        return titles;
    }

    /** The questions of a section, subject by subject, in the order in which they came. */
    Map<Subject, List<Question>> of(String section) {
        var bySubject = new LinkedHashMap<Subject, List<Question>>();
        questions.values().stream()
                .filter(question -> question.section().equals(section))
                .forEach(question -> bySubject
                        .computeIfAbsent(question.subject(), ignored -> new ArrayList<>())
                        .add(question));
        return bySubject;
    }

    private void ask(Form.Section section, Form.Field field, Subject subject) {
        questions.merge(
                new Slot(subject, field.fact().name()),
                new Question(section.id(), subject, field.fact(), field.required()),
                (first, again) -> first.orRequired(again.required()));
    }

    /** A matter that judges a person asks about that person; one that judges a household, about each who counts. */
    private Stream<Subject> subjects(Ask ask, Form.Section section, Form.Field field) {
        boolean ofPerson = section.perMember() || field.fact().ofMember();
        if (!ofPerson || ask.subject() instanceof Subject.OfOrganisation) {
            return Stream.of(party.subject());
        }
        if (ask.subject() instanceof Subject.OfPerson) {
            return Stream.of(ask.subject());
        }
        return party.household().stream()
                .flatMap(home -> home.members().stream())
                .filter(Household.Member::counted)
                .map(Household.Member::person)
                .filter(person -> person.isAliveOn(today))
                .map(Person::id)
                .map(Subject.OfPerson::new);
    }
}
