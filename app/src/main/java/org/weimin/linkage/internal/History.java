package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weimin.engine.EventKind.Detail;
import org.weimin.kernel.PersonId;
import org.weimin.linkage.EventId;
import org.weimin.linkage.LinkedEvent;
import org.weimin.linkage.LinkedEvent.Decided;
import org.weimin.linkage.internal.Neighbours.Known;

/**
 * 来龙去脉: everything told about the people of one circle, in the order in which it happened and not in which it was
 * heard, so that whatever is concluded from it is the same however it came.
 */
final class History {
    static final String BIRTH = "BIRTH";
    static final String DEATH = "DEATH";
    static final String MARRIAGE = "MARRIAGE";
    static final String DIVORCE = "DIVORCE";
    /** What happens once in a life: told for two days, neither is believed. */
    private static final Set<String> ONCE = Set.of(BIRTH, DEATH);

    private static final Comparator<LinkedEvent> AS_IT_HAPPENED = Comparator.comparing(LinkedEvent::happenedOn)
            .thenComparing(LinkedEvent::kind)
            .thenComparing(event -> event.origin().source())
            .thenComparing(event -> event.origin().number());

    private final List<LinkedEvent> events;
    private final Set<EventId> contradicted;
    private final Neighbours neighbours;
    private final LocalDate today;

    History(List<LinkedEvent> events, Set<EventId> contradicted, Neighbours neighbours, LocalDate today) {
        this.events = events.stream().sorted(AS_IT_HAPPENED).toList();
        this.contradicted = contradicted;
        this.neighbours = neighbours;
        this.today = today;
    }

    List<LinkedEvent> events() {
        return events;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    LocalDate today() {
        return today;
    }

    Optional<Known> person(PersonId id) {
        return neighbours.person(id);
    }

    /** Whether other content was told under the same number, and nobody has said which is right. */
    boolean isContradicted(LinkedEvent event) {
        return contradicted.contains(event.id()) && event.handling().decided() != Decided.ACCEPTED;
    }

    /** What counts against or for another event: not taken back, not contradicted, and possible at all. */
    private boolean isBelievable(LinkedEvent event) {
        boolean possible = !event.happenedOn().isAfter(today)
                && event.about().person().flatMap(this::person).stream()
                        .noneMatch(known -> event.happenedOn().isBefore(known.birth()));
        return event.handling().decided() != Decided.DISMISSED
                && !isContradicted(event)
                && (possible || event.handling().decided() == Decided.ACCEPTED);
    }

    /** The same was told before by another source, or under another number. */
    Optional<LinkedEvent> toldAlready(LinkedEvent event) {
        return events.stream()
                .takeWhile(earlier -> !earlier.id().equals(event.id()))
                .filter(this::isBelievable)
                .filter(earlier -> EventStore.sameContent(earlier, event))
                .findFirst();
    }

    /** The first of these kinds that happened to the same one since. */
    Optional<LinkedEvent> next(LinkedEvent event, List<String> kinds) {
        return kinds.stream()
                .flatMap(kind -> others(event, kind))
                .filter(other -> !other.happenedOn().isBefore(event.happenedOn()))
                .min(AS_IT_HAPPENED);
    }

    Stream<LinkedEvent> others(LinkedEvent event, String kind) {
        return events.stream()
                .filter(other -> !other.id().equals(event.id())
                        && other.kind().equals(kind)
                        && other.about().equals(event.about()))
                .filter(this::isBelievable);
    }

    /** Told of the same day with other details, or of another day although it happens once. */
    Optional<LinkedEvent> contradiction(LinkedEvent event) {
        return others(event, event.kind())
                .filter(other -> ONCE.contains(event.kind())
                        ? !other.happenedOn().equals(event.happenedOn())
                        : other.happenedOn().equals(event.happenedOn())
                                && !other.details().equals(event.details()))
                .filter(other -> event.handling().decided() == other.handling().decided()
                        || event.handling().decided() != Decided.ACCEPTED)
                .findFirst();
    }

    /** Of two days of death the later one counts until a person has decided: it takes nothing away too early. */
    Optional<LocalDate> diedOn(PersonId person) {
        List<LinkedEvent> told = events.stream()
                .filter(event ->
                        event.kind().equals(DEATH) && event.about().person().equals(Optional.of(person)))
                .toList();
        List<LinkedEvent> believed = told.stream().filter(this::isBelievable).toList();
        List<LinkedEvent> decided = believed.stream()
                .filter(event -> event.handling().decided() == Decided.ACCEPTED)
                .toList();
        Set<LocalDate> days = told.stream().map(LinkedEvent::happenedOn).collect(Collectors.toSet());
        return (decided.isEmpty() ? believed : decided)
                .stream()
                        .map(LinkedEvent::happenedOn)
                        .max(Comparator.naturalOrder())
                        .or(() -> person(person).flatMap(Known::diedOn).filter(day -> !days.contains(day)));
    }

    /** On the registers here, and nothing believable says that they died. */
    boolean lives(PersonId person) {
        return person(person).isPresent() && diedOn(person).isEmpty();
    }

    boolean isAlive(PersonId person, LocalDate on) {
        return diedOn(person).map(on::isBefore).orElse(true);
    }

    /** The day of death that the register has and no event told. */
    Optional<LocalDate> registeredOtherDeath(LinkedEvent death) {
        return death.about()
                .person()
                .flatMap(this::person)
                .flatMap(Known::diedOn)
                .filter(day -> events.stream()
                        .noneMatch(event -> event.kind().equals(DEATH)
                                && event.about().equals(death.about())
                                && event.happenedOn().equals(day)));
    }

    static Optional<PersonId> otherPerson(LinkedEvent event) {
        return Optional.ofNullable(event.details().get(Detail.OTHER_PERSON)).flatMap(History::personId);
    }

    private static Optional<PersonId> personId(String text) {
        try {
            return Optional.of(new PersonId(UUID.fromString(text)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
