package org.weimin.facts.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.engine.CheckItem.Channel;
import org.weimin.facts.BureauAnswer;
import org.weimin.facts.CheckAnswered;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.CheckRequest.Status;
import org.weimin.facts.internal.AnswerStore.Arrival;
import org.weimin.facts.internal.AnswerStore.Fate;
import org.weimin.facts.internal.AnswerStore.Kept;
import org.weimin.facts.internal.AnswerStore.Value;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;

/** Takes answers: believes the first whole one, keeps what contradicts it apart, and counts what is repeated once. */
@Component
public class Answering {
    private static final java.time.Duration ASK_AGAIN = java.time.Duration.ofHours(20);
    private final CheckStore requests;
    private final AnswerStore answers;
    private final Legible legible;
    private final Comparing comparing;
    private final ApplicationEventPublisher events;
    private final Calendar calendar;

    /** What day it is, and how long an answer holds. */
    @Component
    record Calendar(BusinessClock clock, CheckCatalogue catalogue) {
        java.time.LocalDate validUntil(CheckRequest request, java.time.LocalDate answeredOn) {
            return answeredOn.plusDays(
                    catalogue.validDays(new DivisionCode(request.of().area()), clock.today()));
        }
    }

    Answering(
            CheckStore requests,
            AnswerStore answers,
            Legible legible,
            Comparing comparing,
            ApplicationEventPublisher events,
            Calendar calendar) {
        this.requests = requests;
        this.answers = answers;
        this.legible = legible;
        this.comparing = comparing;
        this.events = events;
        this.calendar = calendar;
    }

    /** Refused, with everything as it was, when the answer is not one to this question. */
    @Transactional
    public Fate take(UUID id, BureauAnswer said, Channel channel, String evidence) {
        CheckRequest request = requests.lock(id);
        if (request.status() == Status.CLOSED) {
            throw new Refused("facts.answer.closed", request.of().caseNumber());
        }
        List<Value> values = legible.read(request, said);
        if (channel == Channel.API && answers.isReplay(request, said.reference())) {
            throw new Refused("facts.answer.replayed", said.reference());
        }
        var arrival = new Arrival(channel, said.reference(), evidence, legible.fingerprint(said));
        Optional<Kept> before = answers.believed(id);
        if (before.filter(kept -> kept.arrival().fingerprint().equals(arrival.fingerprint()))
                .isPresent()) {
            return repeated(request, arrival);
        }
        return request.status() == Status.ANSWERED
                ? contradict(request, before.orElseThrow(), arrival, values)
                : believe(request, said, arrival, values);
    }

    private Fate repeated(CheckRequest request, Arrival arrival) {
        if (request.status() == Status.ANSWERED) {
            answers.insert(request, Fate.REPEATED, "", arrival);
        } else {
            requests.partial(request.id(), request.failure(), ASK_AGAIN);
        }
        return Fate.REPEATED;
    }

    private Fate believe(CheckRequest request, BureauAnswer said, Arrival arrival, List<Value> values) {
        Set<String> missing = new TreeSet<>(names(request));
        values.forEach(value -> missing.remove(value.name()));
        answers.believed(request.id()).ifPresent(part -> answers.setFate(part.id(), Fate.REPLACED));
        Fate fate = missing.isEmpty() ? Fate.ACCEPTED : Fate.PARTIAL;
        UUID answer = answers.insert(request, fate, "", arrival);
        answers.insertValues(answer, request.of().area(), values);
        if (fate == Fate.PARTIAL) {
            requests.partial(request.id(), String.join(",", missing), ASK_AGAIN);
        } else {
            requests.answered(
                    request.id(),
                    arrival.reference(),
                    said.answeredOn(),
                    calendar.validUntil(request, said.answeredOn()));
        }
        announce(request, comparing.compare(request, answer, values));
        return fate;
    }

    /** The bureau said something else before: nobody knows which is right, so a person decides. */
    private Fate contradict(CheckRequest request, Kept before, Arrival arrival, List<Value> values) {
        UUID answer = answers.insert(request, Fate.CONTRADICTS, "", arrival);
        answers.insertValues(answer, request.of().area(), values);
        announce(request, comparing.contradict(request, answers.values(before.id()), answer, values));
        return Fate.CONTRADICTS;
    }

    /** A valid answer of another case: nothing is asked again, and it is compared with what is declared here. */
    public void reuse(CheckRequest request) {
        answers.believed(request.id())
                .ifPresent(kept -> announce(request, comparing.compare(request, kept.id(), answers.values(kept.id()))));
    }

    /** Keeps that something came, and why it was not believed; of its content nothing. */
    @Transactional
    public void refuse(UUID id, Channel channel, String reference, String code) {
        CheckRequest request = requests.lock(id);
        answers.insert(request, Fate.REFUSED, code, new Arrival(channel, reference, "", ""));
        requests.fail(id, code);
    }

    private void announce(CheckRequest request, int conflicts) {
        events.publishEvent(new CheckAnswered(
                request.of().caseFile(),
                request.id(),
                request.item().id(),
                calendar.clock().today().isAfter(request.dates().dueOn()),
                conflicts));
    }

    private static List<String> names(CheckRequest request) {
        var names = new ArrayList<String>();
        request.item().answers().forEach(answer -> names.add(CheckCatalogue.recordedAs(answer.fact())));
        return names;
    }
}
