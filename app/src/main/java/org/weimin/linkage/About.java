package org.weimin.linkage;

import java.util.Optional;
import java.util.UUID;
import org.weimin.engine.EventKind;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;

/** 事件对象: whom or what an event is about; of somebody unknown only the masked number that the source named. */
public record About(Kind kind, String id) {
    /** Stands for the number of somebody whose number nobody wrote down. */
    public static final String UNNAMED = "-";

    /** 对象类别. */
    public enum Kind {
        PERSON,
        HOUSEHOLD,
        ORGANISATION,
        DIVISION,
        MATTER,
        UNKNOWN
    }

    public static About of(Subject subject) {
        return new About(
                switch (subject) {
                    case Subject.OfPerson ignored -> Kind.PERSON;
                    case Subject.OfHousehold ignored -> Kind.HOUSEHOLD;
                    case Subject.OfOrganisation ignored -> Kind.ORGANISATION;
                },
                subject.id().toString());
    }

    public static About of(PersonId person) {
        return of(new Subject.OfPerson(person));
    }

    public static About of(DivisionCode division) {
        return new About(Kind.DIVISION, division.value());
    }

    public static About of(MatterId matter) {
        return new About(Kind.MATTER, matter.value());
    }

    public static About unknown(String masked) {
        return new About(Kind.UNKNOWN, masked);
    }

    /** The person, household or organisation; nothing where it is a place, a matter or somebody unknown. */
    public Optional<Subject> subject() {
        return switch (kind) {
            case PERSON -> Optional.of(Subject.of("person", UUID.fromString(id)));
            case HOUSEHOLD -> Optional.of(Subject.of("household", UUID.fromString(id)));
            case ORGANISATION -> Optional.of(Subject.of("organisation", UUID.fromString(id)));
            case DIVISION, MATTER, UNKNOWN -> Optional.empty();
        };
    }

    public Optional<PersonId> person() {
        return kind == Kind.PERSON ? Optional.of(new PersonId(UUID.fromString(id))) : Optional.empty();
    }

    /** Whether an event of this kind may be about it. */
    public boolean suits(EventKind event) {
        return kind == Kind.UNKNOWN || kind.name().equals(event.about().name());
    }
}
