package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.kernel.PersonId;
import org.weimin.linkage.About;
import org.weimin.linkage.LinkedEvent;
import org.weimin.linkage.internal.Neighbours.Known;
import org.weimin.people.People;

/** 死亡登记: the register of residents says what all reports of a death together say, and no more. */
@Component
class Deaths {
    private final People people;

    Deaths(People people) {
        this.people = people;
    }

    void register(History history) {
        for (PersonId person : history.neighbours().ids()) {
            List<LinkedEvent> told = history.events().stream()
                    .filter(event ->
                            event.kind().equals(History.DEATH) && event.about().equals(About.of(person)))
                    .toList();
            if (!told.isEmpty()) {
                register(person, told, history);
            }
        }
    }

    /** A person has said who it was: whoever else was told of has not died by it. */
    void withdraw(List<LinkedEvent> mistaken, History history) {
        for (LinkedEvent told : mistaken) {
            told.about().person().flatMap(history::person).ifPresent(person -> {
                boolean byMistake = told.kind().equals(History.DEATH)
                        && person.diedOn().equals(Optional.of(told.happenedOn()))
                        && history.events().stream()
                                .noneMatch(event -> event.kind().equals(History.DEATH)
                                        && event.about().equals(told.about()));
                if (byMistake) {
                    people.withdrawDeath(
                            person.id(),
                            told.origin().source() + " " + told.origin().number());
                }
            });
        }
    }

    private void register(PersonId person, List<LinkedEvent> told, History history) {
        Optional<LocalDate> registered = history.person(person).flatMap(Known::diedOn);
        Optional<LocalDate> died = history.diedOn(person);
        if (registered.equals(died)) {
            return;
        }
        String source = told.getFirst().origin().source() + " "
                + told.getFirst().origin().number();
        died.ifPresentOrElse(
                on -> {
                    if (registered.isEmpty()) {
                        people.recordDeath(person, on, source);
                    } else {
                        people.correctDeath(person, on, source);
                    }
                },
                () -> people.withdrawDeath(person, source));
    }
}
