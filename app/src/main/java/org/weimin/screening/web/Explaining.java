package org.weimin.screening.web;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.eligibility.Eligibility;
import org.weimin.eligibility.Explanation;
import org.weimin.engine.AllAtOnce;
import org.weimin.engine.Determination;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.People;
import org.weimin.screening.Finding;

/** 说明: asks the interpreter for the reasons behind one finding. */
@Component
class Explaining {
    private final Eligibility eligibility;
    private final People people;

    Explaining(Eligibility eligibility, People people) {
        this.eligibility = eligibility;
        this.people = people;
    }

    /** Empty for somebody who is no longer there to be judged. */
    Optional<Explanation> of(Finding finding, LocalDate asOf) {
        try {
            var answer = finding.follows() ? together(finding, asOf) : alone(finding, asOf);
            return answer.map(eligibility::explain);
        } catch (Refused cannotBeAsked) {
            return Optional.empty();
        }
    }

    private Optional<Determination> alone(Finding finding, LocalDate asOf) {
        return switch (finding.subject()) {
            case Subject.OfHousehold(var household) ->
                Optional.of(eligibility.asIfApplied(finding.matter(), household, asOf));
            case Subject.OfPerson(var person) ->
                people.person(person).isAliveOn(asOf)
                        ? Optional.of(eligibility.asIfApplied(finding.matter(), finding.household(), person, asOf))
                        : Optional.empty();
            // A population has no organisations in it.
            case Subject.OfOrganisation ignored -> Optional.empty();
        };
    }

    /** What follows from other matters is explained with them. */
    private Optional<Determination> together(Finding finding, LocalDate asOf) {
        String person = switch (finding.subject()) {
            case Subject.OfPerson(var id) -> id.toString();
            case Subject.OfHousehold ignored -> "";
            case Subject.OfOrganisation ignored -> "";
        };
        return eligibility.everythingIfApplied(finding.household(), asOf).items().stream()
                .map(AllAtOnce.Item::determination)
                .filter(answer -> answer.matter().equals(finding.matter())
                        && answer.question().person().equals(person))
                .findFirst();
    }
}
