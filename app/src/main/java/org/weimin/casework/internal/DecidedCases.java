package org.weimin.casework.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Casework;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Merge;
import org.weimin.people.MergeConcern;
import org.weimin.people.MergeConcern.Said;
import org.weimin.people.MergeConcern.Weight;
import org.weimin.people.People;

/** 决定中的办件: nobody becomes somebody else while a household is being decided that this one belongs to. */
@Configuration(proxyBeanMethods = false)
class DecidedCases {
    private static final Set<CaseFile.Status> BEING_DECIDED = EnumSet.of(
            CaseFile.Status.PUBLICITY,
            CaseFile.Status.HEARING,
            CaseFile.Status.FIRST_REVIEW,
            CaseFile.Status.AWAITING_DECISION,
            CaseFile.Status.ISSUING);

    @Bean
    static MergeConcern casesBeingDecided(@Lazy Casework casework, People people, BusinessClock clock) {
        return new MergeConcern(plan -> {
            List<Subject> subjects = Stream.of(plan.survivor(), plan.merged())
                    .flatMap(person -> subjects(person, people, clock))
                    .distinct()
                    .toList();
            return casework.ofSubjects(subjects).stream()
                    .filter(file -> BEING_DECIDED.contains(file.status()))
                    .map(file -> new Said(
                            Weight.REFUSED,
                            new Merge.Finding(
                                    "casework.merge.being-decided",
                                    List.of(file.claim().number()))))
                    .toList();
        });
    }

    private static Stream<Subject> subjects(PersonId person, People people, BusinessClock clock) {
        return Stream.concat(
                Stream.of(new Subject.OfPerson(person)),
                people.householdOf(person, clock.today()).map(Subject.OfHousehold::new).stream());
    }
}
