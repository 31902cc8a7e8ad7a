package org.weimin.facts.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.engine.CheckItem.Channel;
import org.weimin.facts.BureauAnswer;
import org.weimin.facts.BureauLine;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.CheckRequest.Status;
import org.weimin.facts.internal.BureauClient.Reply;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.Refused;
import org.weimin.people.People;

/** Sends what is planned and asks again what is unknown; nothing waits for a bureau inside a transaction. */
@Component
public class CheckDispatch {
    private static final Logger log = LoggerFactory.getLogger(CheckDispatch.class);
    private static final int AT_ONCE = 16;
    private static final int MOST_TRIES = 8;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LATER = Duration.ofMinutes(30);

    private final CheckStore requests;
    private final BureauClient client;
    private final Answering answering;
    private final People people;
    private final ObjectProvider<BureauLine> lines;
    private final TransactionTemplate transaction;

    CheckDispatch(
            CheckStore requests,
            BureauClient client,
            Answering answering,
            People people,
            ObjectProvider<BureauLine> lines,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.client = client;
        this.answering = answering;
        this.people = people;
        this.lines = lines;
        this.transaction = transaction;
    }

    private record Question(CheckRequest request, IdentityNumber identity) {}

    /** One round; returns how many were asked. */
    public int work() {
        Optional<BureauLine> line =
                lines.stream().filter(each -> each.base().get().isPresent()).findFirst();
        return line.map(this::workOn).orElse(0);
    }

    private int workOn(BureauLine line) {
        URI base = line.base().get().orElseThrow();
        List<Question> due = transaction.execute(status -> {
            List<UUID> taken = requests.takeDue(AT_ONCE, LEASE);
            return taken.stream().map(requests::get).map(this::question).toList();
        });
        Actor actor = Acting.current();
        try (ExecutorService bureaus = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> calls = due.stream()
                    .<Callable<Boolean>>map(each -> () -> Acting.as(actor, () -> {
                        ask(line, base, each);
                        return true;
                    }))
                    .toList();
            bureaus.invokeAll(calls);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return due.size();
    }

    private Question question(CheckRequest request) {
        String purpose = "check " + request.item().id() + " " + request.of().caseNumber();
        return new Question(request, people.identityNumber(request.of().person(), purpose));
    }

    private void ask(BureauLine line, URI base, Question question) {
        CheckRequest request = question.request();
        try {
            switch (client.ask(line, base, request, question.identity())) {
                case Reply.Answered(BureauAnswer answer) -> take(request, answer);
                case Reply.Accepted ignored -> await(request, Status.ASKED, LATER);
                case Reply.Rejected(String code) -> refuse(request, "", "facts.answer.bureau." + code);
                case Reply.NoAnswer ignored -> unknown(request);
            }
        } catch (Refused refused) {
            refuse(request, "", refused.code());
        } catch (RuntimeException failed) {
            log.error("Check request {} could not be worked and is tried again", request.id(), failed);
        }
    }

    private void take(CheckRequest request, BureauAnswer answer) {
        try {
            answering.take(request.id(), answer, Channel.API, answer.reference());
        } catch (Refused refused) {
            String reference = answer.reference().length() > 64 ? "" : answer.reference();
            refuse(request, reference, refused.code());
        }
    }

    private void refuse(CheckRequest request, String reference, String code) {
        answering.refuse(request.id(), Channel.API, reference, code);
    }

    private void unknown(CheckRequest request) {
        if (request.tries() >= MOST_TRIES) {
            refuse(request, "", "facts.answer.bureau.unreachable");
        } else {
            await(request, Status.UNKNOWN, Duration.ofMinutes(1L << request.tries()));
        }
    }

    private void await(CheckRequest request, Status status, Duration pause) {
        transaction.executeWithoutResult(ignored -> requests.wait(request.id(), status, pause));
    }
}
