package org.weimin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Casework;
import org.weimin.kernel.CaseFileId;
import org.weimin.testing.As;
import org.weimin.testing.Browser;
import org.weimin.testing.TestClock;

/**
 * One case's way through the offices: whoever is offered the next step on the case page takes it. Remembers what went
 * wrong, so that one case does not stop the others.
 */
final class CaseWalk {
    private static final int MOST_DAYS = 120;
    private static final Pattern NEXT =
            Pattern.compile("<a class=\"btn btn-primary\" href=\"(/cases/[0-9a-f-]{36}/[a-z-]+)\"");
    private static final Pattern UNSERVED = Pattern.compile("href=\"(/cases/[^\"]+/letters/[^\"]+/serve)\"");

    /** Everybody in the offices, each with the own browser; the window of streets and that of the county come first. */
    record Officials(Browser street, Browser county, List<Browser> leaders) {
        Stream<Browser> all() {
            return Stream.concat(Stream.of(street, county), leaders.stream());
        }
    }

    private final CaseFileId id;
    private final Casework casework;
    private final Officials officials;
    private Optional<Status> waitingAt = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();

    CaseWalk(CaseFileId id, BeanFactory beans, Officials officials) {
        this.id = id;
        this.casework = beans.getBean(Casework.class);
        this.officials = officials;
    }

    /** Everybody does what can be done today; then a day goes by. */
    static void live(List<CaseWalk> walks, TestClock clock) {
        for (int day = 0; day < MOST_DAYS; day++) {
            boolean moved = true;
            while (moved) {
                moved = walks.stream().map(CaseWalk::step).reduce(false, Boolean::logicalOr);
            }
            if (walks.stream().allMatch(CaseWalk::isOver)) {
                return;
            }
            clock.liveThrough(clock.today().plusDays(1));
        }
    }

    CaseFile file() {
        return As.system(() -> casework.get(id));
    }

    String page() {
        return "/cases/" + id;
    }

    void demandOver() {
        failure.ifPresent(cause -> {
            throw new AssertionError(cause.getMessage(), cause);
        });
        assertThat(isOver()).as("stands at " + status() + " for ever").isTrue();
    }

    private boolean isOver() {
        return failure.isPresent() || status().isClosed() || status() == Status.PUBLISHED;
    }

    /** Takes one step, if anybody can today. */
    private boolean step() {
        if (isOver() || waitingAt.equals(Optional.of(status()))) {
            return false;
        }
        waitingAt = Optional.of(status());
        try {
            boolean bringsLetters = status() == Status.DECIDED || status() == Status.HEARING;
            if ((bringsLetters && officials.all().anyMatch(official -> sends(official, UNSERVED)))
                    || officials.all().anyMatch(official -> sends(official, NEXT))) {
                waitingAt = Optional.empty();
            }
        } catch (RuntimeException | AssertionError broken) {
            failure = Optional.of(broken);
        }
        return waitingAt.isEmpty();
    }

    /** Follows the first such link on the official's page of the case, and sends the form behind it. */
    private boolean sends(Browser official, Pattern link) {
        return official.find(page())
                .map(link::matcher)
                .filter(Matcher::find)
                .map(found -> official.submit(found.group(1), Map.of()))
                .isPresent();
    }

    private Status status() {
        return file().status();
    }
}
