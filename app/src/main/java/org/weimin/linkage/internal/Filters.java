package org.weimin.linkage.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.divisions.Divisions;
import org.weimin.engine.EventKind;
import org.weimin.engine.EventKind.Detail;
import org.weimin.engine.EventKind.Filter;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.linkage.FilterResult;
import org.weimin.linkage.FilterResult.Outcome;
import org.weimin.linkage.FilterResult.Why;
import org.weimin.linkage.LinkedEvent;
import org.weimin.linkage.LinkedEvent.Decided;
import org.weimin.linkage.internal.Neighbours.Known;
import org.weimin.people.Kinship;
import org.weimin.policy.Policy;

/** 过滤: asks an event what its kind has to be asked, in order; the first that fails hands it to a person. */
@Component
class Filters {
    private static final int OF_AGE = 18;
    /** 民法典: a child born within this time of the father's death is his. */
    private static final int POSTHUMOUS_DAYS = 300;

    private final RegisterStore registers;
    private final Divisions divisions;
    private final Policy policy;

    Filters(RegisterStore registers, Divisions divisions, Policy policy) {
        this.registers = registers;
        this.divisions = divisions;
        this.policy = policy;
    }

    List<FilterResult> judge(EventKind kind, LinkedEvent event, History history) {
        var results = new ArrayList<FilterResult>();
        boolean failed = false;
        for (Filter filter : asked(kind, history.isContradicted(event))) {
            int no = results.size() + 1;
            Optional<String> fault = failed ? Optional.empty() : fault(filter, kind, event, history);
            boolean accepted = event.handling().decided() == Decided.ACCEPTED && filter != Filter.KNOWN_SUBJECT;
            if (failed) {
                results.add(new FilterResult(no, filter, Outcome.NOT_ASSESSED, Why.NOTHING));
            } else if (fault.isPresent() && !accepted) {
                results.add(new FilterResult(no, filter, Outcome.FAILED, new Why(fault.get())));
                failed = true;
            } else {
                results.add(new FilterResult(
                        no, filter, Outcome.PASSED, fault.map(Why::new).orElse(Why.NOTHING)));
            }
        }
        return results;
    }

    /** Two contents under one number are a contradiction for every kind, and nothing else is asked of either. */
    private static List<Filter> asked(EventKind kind, boolean isContradicted) {
        Stream<Filter> first = isContradicted ? Stream.of(Filter.NOT_CONTRADICTED) : Stream.empty();
        return Stream.concat(first, kind.filters().stream()).distinct().toList();
    }

    private Optional<String> fault(Filter filter, EventKind kind, LinkedEvent event, History history) {
        return switch (filter) {
            case KNOWN_SUBJECT -> when(!isKnown(event, history), event.about().id());
            case COMPLETE -> missing(kind, event);
            case NOT_IN_FUTURE ->
                when(
                        event.happenedOn().isAfter(history.today()),
                        event.happenedOn().toString());
            case NOT_CONTRADICTED -> contradiction(event, history);
            case AFTER_BIRTH ->
                subject(event, history)
                        .filter(known -> event.happenedOn().isBefore(known.birth()))
                        .map(known -> known.birth().toString());
            case ALIVE_THEN ->
                event.about()
                        .person()
                        .flatMap(history::diedOn)
                        .filter(event.happenedOn()::isAfter)
                        .map(LocalDate::toString);
            case OTHER_PERSON_KNOWN ->
                when(History.otherPerson(event).flatMap(history::person).isEmpty(), "");
            case UNMARRIED ->
                Stream.of(event.about().person(), History.otherPerson(event))
                        .flatMap(Optional::stream)
                        .map(person -> spouseBeside(person, event, history))
                        .flatMap(Optional::stream)
                        .findFirst();
            case MARRIED -> when(!areMarried(event, history), "");
            case UNDERAGE ->
                subject(event, history)
                        .filter(known ->
                                !event.happenedOn().isBefore(known.birth().plusYears(OF_AGE)))
                        .map(known -> known.birth().toString());
            case AGE_REACHED ->
                subject(event, history)
                        .filter(known -> kind.age().isPresent()
                                && event.happenedOn()
                                        .isBefore(known.birth()
                                                .plusYears(kind.age().getAsInt())))
                        .map(known -> known.birth().toString());
            case BEGUN_BEFORE ->
                when(
                        kind.endOf()
                                .filter(begun -> history.others(event, begun)
                                        .noneMatch(other -> !other.happenedOn().isAfter(event.happenedOn())))
                                .isPresent(),
                        "");
            case IN_THIS_COUNTY ->
                when(
                        !isDivision(event.about().id(), event.happenedOn()),
                        event.about().id());
        };
    }

    private static Optional<String> when(boolean faulty, String detail) {
        return faulty ? Optional.of(detail) : Optional.empty();
    }

    private static Optional<Known> subject(LinkedEvent event, History history) {
        return event.about().person().flatMap(history::person);
    }

    private boolean isKnown(LinkedEvent event, History history) {
        return switch (event.about().kind()) {
            case PERSON -> subject(event, history).isPresent();
            case HOUSEHOLD, ORGANISATION ->
                event.about().subject().flatMap(registers::areaOf).isPresent();
            case DIVISION -> isDivision(event.about().id(), event.happenedOn());
            case MATTER -> policy.packs().find(new MatterId(event.about().id())).isPresent();
            case UNKNOWN -> false;
        };
    }

    private boolean isDivision(String code, LocalDate on) {
        return !code.isEmpty() && divisions.find(new DivisionCode(code), on).isPresent();
    }

    private static Optional<String> missing(EventKind kind, LinkedEvent event) {
        return kind.asks().stream()
                .filter(asked -> !isThere(asked, event.details().getOrDefault(asked, "")))
                .map(Detail::name)
                .findFirst();
    }

    private static boolean isThere(Detail asked, String value) {
        try {
            return switch (asked) {
                case OTHER_PERSON -> java.util.UUID.fromString(value) != null;
                case AMOUNT -> new BigDecimal(value).signum() > 0;
                case UNTIL -> LocalDate.parse(value) != null;
                case PLACE -> !new DivisionCode(value).value().isEmpty();
                case CODE -> !value.isBlank();
            };
        } catch (IllegalArgumentException | java.time.DateTimeException malformed) {
            return false;
        }
    }

    private static Optional<String> contradiction(LinkedEvent event, History history) {
        if (history.isContradicted(event)) {
            return Optional.of(event.origin().number());
        }
        Optional<String> told = history.contradiction(event)
                .map(other -> other.happenedOn() + " " + other.origin().source());
        return switch (event.kind()) {
            case History.DEATH ->
                told.or(() -> history.registeredOtherDeath(event).map(LocalDate::toString));
            case History.BIRTH -> told.or(() -> wrongBirth(event, history));
            default -> told;
        };
    }

    /** One of the two was born on the day, and the other one, the parent, lived then. */
    private static Optional<String> wrongBirth(LinkedEvent event, History history) {
        Optional<Known> subject = subject(event, history);
        Optional<Known> other = History.otherPerson(event).flatMap(history::person);
        boolean subjectIsChild = subject.filter(known -> known.birth().equals(event.happenedOn()))
                .isPresent();
        boolean otherIsChild =
                other.filter(known -> known.birth().equals(event.happenedOn())).isPresent();
        if (!subjectIsChild && !otherIsChild) {
            return subject.map(known -> known.birth().toString());
        }
        return (subjectIsChild ? other : subject)
                .flatMap(parent -> history.diedOn(parent.id()).map(died -> lastBirth(parent, died)))
                .filter(last -> event.happenedOn().isAfter(last))
                .map(LocalDate::toString);
    }

    private static LocalDate lastBirth(Known parent, LocalDate died) {
        return parent.isMale() ? died.plusDays(POSTHUMOUS_DAYS) : died;
    }

    /** The spouse whom somebody has on the day, other than the one whom the event names. */
    private static Optional<String> spouseBeside(PersonId person, LinkedEvent event, History history) {
        List<PersonId> both = Stream.of(event.about().person(), History.otherPerson(event))
                .flatMap(Optional::stream)
                .toList();
        boolean registered = history.neighbours().kinOf(person, event.happenedOn()).stream()
                .filter(kin -> kin.kind() == Kinship.Kind.SPOUSE)
                .map(kin -> kin.person().equals(person) ? kin.relative() : kin.person())
                .filter(spouse -> !both.contains(spouse) && !areDivorced(spouse, event, history))
                .anyMatch(spouse -> history.isAlive(spouse, event.happenedOn()));
        boolean told = history.events().stream()
                .filter(other -> !other.id().equals(event.id()) && other.kind().equals(History.MARRIAGE))
                .filter(other -> other.handling().decided() != Decided.DISMISSED)
                .filter(other -> other.about().equals(org.weimin.linkage.About.of(person))
                        && !History.otherPerson(other).equals(History.otherPerson(event)))
                .filter(other -> other.happenedOn().isBefore(event.happenedOn()))
                .anyMatch(other -> history.others(event, History.DIVORCE)
                        .noneMatch(divorce -> !divorce.happenedOn().isBefore(other.happenedOn())
                                && !divorce.happenedOn().isAfter(event.happenedOn())));
        return when(registered || told, "");
    }

    private static boolean areDivorced(PersonId spouse, LinkedEvent event, History history) {
        return history.others(event, History.DIVORCE)
                .anyMatch(divorce -> History.otherPerson(divorce).equals(Optional.of(spouse))
                        && !divorce.happenedOn().isAfter(event.happenedOn()));
    }

    private static boolean areMarried(LinkedEvent event, History history) {
        Optional<PersonId> other = History.otherPerson(event);
        boolean registered = event.about().person().stream()
                .flatMap(person -> history.neighbours().kinOf(person, event.happenedOn()).stream())
                .anyMatch(kin -> kin.kind() == Kinship.Kind.SPOUSE
                        && (other.equals(Optional.of(kin.relative())) || other.equals(Optional.of(kin.person()))));
        return registered
                || history.others(event, History.MARRIAGE)
                        .filter(wedding -> event.about()
                                .person()
                                .flatMap(person -> spouseBeside(person, wedding, history))
                                .isEmpty())
                        .anyMatch(wedding -> History.otherPerson(wedding).equals(other)
                                && !wedding.happenedOn().isAfter(event.happenedOn()));
    }
}
