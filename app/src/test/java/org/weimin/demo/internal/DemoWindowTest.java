package org.weimin.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Casework;
import org.weimin.kernel.Subject;
import org.weimin.people.Family;
import org.weimin.registries.Registries;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;

/** What the demo's windows are said to have dealt with really went through rules, process and register. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoWindowTest {
    @Autowired
    DemoLoad load;

    @Autowired
    DemoWindow window;

    @Autowired
    DemoPast past;

    @Autowired
    Casework casework;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Registries registries;

    private List<Family> families = List.of();
    private List<Truth> truths = List.of();

    @BeforeAll
    void a_county_is_drawn() {
        DemoLoad.Filled county = Objects.requireNonNull(As.system(() ->
                transaction.execute(status -> load.fill(7, 1_200, new PrintStream(OutputStream.nullOutputStream())))));
        families = county.families();
        truths = county.truths();
    }

    @Test
    void whoever_asked_in_time_has_an_answer() {
        List<Truth> asked = As.system(() -> past.tell(truths));
        assertThat(asked).isNotEmpty().allSatisfy(truth -> {
            assertThat(truths).contains(truth);
            var person = new Subject.OfPerson(truth.person().orElseThrow());
            assertThat(As.system(() -> casework.ofSubject(person)))
                    .singleElement()
                    .satisfies(file -> assertThat(file.status()).isGreaterThan(CaseFile.Status.ISSUING));
        });
    }

    @Test
    void every_filing_ends_in_its_register_but_those_that_wait_for_the_decision() {
        As.system(() -> window.serve(families));
        Map<String, Long> entered = new TreeMap<>(As.system(registries::registers));
        long finished = Filings.read().persons().stream()
                        .mapToLong(Filings.OfPersons::times)
                        .sum()
                + Filings.read().bodies().stream()
                        .filter(body -> !body.open())
                        .mapToLong(body -> body.asked().size())
                        .sum();
        assertThat(entered.values().stream().mapToLong(Long::longValue).sum())
                .as("%s", entered)
                .isEqualTo(finished);
    }
}
