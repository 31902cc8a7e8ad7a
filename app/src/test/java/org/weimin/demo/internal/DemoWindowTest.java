package org.weimin.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.registries.Registries;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;

/** What the demo's windows are said to have dealt with really went through rules, process and register. */
@RoomTest
class DemoWindowTest {
    @Autowired
    DemoLoad load;

    @Autowired
    DemoWindow window;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Registries registries;

    @Test
    void every_filing_ends_in_its_register_but_those_that_wait_for_the_decision() {
        DemoLoad.Filled county = As.system(() ->
                transaction.execute(status -> load.fill(7, 1_200, new PrintStream(OutputStream.nullOutputStream()))));
        As.system(() -> window.serve(county.families()));
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
