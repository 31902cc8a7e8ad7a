package org.weimin.demo.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;
import org.weimin.people.Family;
import org.weimin.people.Family.Relative;
import org.weimin.people.Kinship;

/** 居民: the people of the drawn county who come to the window, each of them once. */
final class Residents {
    /** Somebody and the household that he or she lives in. */
    record Resident(Family family, Relative person) {
        LocalDate birth() {
            return person.identity().birth();
        }

        boolean isMarried() {
            return family.relatives().stream().anyMatch(this::isSpouse);
        }

        Resident spouse() {
            return family.relatives().stream()
                    .filter(this::isSpouse)
                    .map(spouse -> new Resident(family, spouse))
                    .findFirst()
                    .orElseThrow();
        }

        private boolean isSpouse(Relative other) {
            return family.kinships().stream()
                    .filter(kin -> kin.kind() == Kinship.Kind.SPOUSE)
                    .anyMatch(kin ->
                            (kin.person().equals(person.id()) && kin.relative().equals(other.id()))
                                    || (kin.person().equals(other.id())
                                            && kin.relative().equals(person.id())));
        }
    }

    private static final String ELSEWHERE = "990112";

    private final LocalDate today;
    private final Deque<Resident> waiting;
    private final Names names;
    private int deceased;

    Residents(List<Family> families, LocalDate today) {
        this.today = today;
        this.names = new Names(new Chance(families.size()));
        this.waiting = families.stream()
                .flatMap(family -> family.relatives().stream().map(person -> new Resident(family, person)))
                .filter(resident -> resident.person().diedOn().isEmpty())
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    Resident next(Filings.Who who) {
        return next(
                switch (who) {
                    case SINGLE_MAN -> man().and(between(22, 45)).and(resident -> !resident.isMarried());
                    case HUSBAND -> man().and(between(26, 60)).and(Resident::isMarried);
                    case ADULT -> between(25, 60);
                    case ELDER -> between(62, 85);
                });
    }

    Resident nextSingleWoman() {
        return next(man().negate().and(between(22, 40)).and(woman -> !woman.isMarried()));
    }

    /** Somebody who lived in another district, and so is in no roster of this one. */
    Relative nextDeceased() {
        LocalDate birth = LocalDate.of(1938, 2, 11).plusDays(173L * deceased);
        String seventeen = ELSEWHERE + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + (100 + 2 * deceased++);
        return new Relative(
                PersonId.next(),
                new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen)),
                names.name(names.surname(), false, birth),
                "",
                "",
                Optional.empty(),
                Optional.of(today.minusDays(2)));
    }

    private Resident next(Predicate<Resident> wanted) {
        Resident found = waiting.stream().filter(wanted).findFirst().orElseThrow();
        waiting.remove(found);
        return found;
    }

    private static Predicate<Resident> man() {
        return resident -> resident.person().identity().isMale();
    }

    private Predicate<Resident> between(int from, int to) {
        return resident -> !resident.birth().plusYears(from).isAfter(today)
                && resident.birth().plusYears(to).isAfter(today);
    }
}
