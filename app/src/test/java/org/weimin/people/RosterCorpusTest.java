package org.weimin.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;
import org.weimin.people.RosterFile.Fate;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;

/** Files as offices and as enemies send them: each is staged with the right verdict, or refused with nothing kept. */
@RoomTest
class RosterCorpusTest {
    private static final DivisionCode STREET = new DivisionCode("310117003");
    private static final Actor.Staff CLERK = As.staff("STREET_CLERK", STREET.value(), "people.import");
    private static final Duration QUICK = Duration.ofSeconds(3);

    @Autowired
    Rosters rosters;

    @TempDir
    Path folder;

    @Test
    void the_corpus_is_large_enough_to_mean_something() {
        assertThat(ClerksFiles.all()).hasSizeGreaterThan(80);
        assertThat(HostileFiles.all()).hasSizeGreaterThan(40);
    }

    @TestFactory
    Stream<DynamicTest> every_file_of_an_office_gets_its_verdict() {
        return ClerksFiles.all().stream().map(file -> DynamicTest.dynamicTest(file.title(), () -> judge(file)));
    }

    @TestFactory
    Stream<DynamicTest> every_file_of_an_enemy_is_refused_before_it_costs_anything() {
        return HostileFiles.all().stream()
                .map(file -> DynamicTest.dynamicTest(file.title(), () -> {
                    long before = worked();
                    judge(file);
                    assertThat(Duration.ofNanos(worked() - before)).isLessThan(QUICK);
                }));
    }

    /** Work, not time: a machine may have other things to do meanwhile. */
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void judge(RosterFile file) throws IOException {
        switch (file.fate()) {
            case Fate.Refused(String code) -> {
                int before = batches();
                assertThatThrownBy(() -> upload(file))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.code()).isEqualTo(code));
                assertThat(batches()).as("nothing half-written").isEqualTo(before);
            }
            case Fate.Checked expected -> {
                UUID id = upload(file);
                var faults = new TreeSet<String>();
                Acting.as(CLERK, () -> rosters.lines(id)).forEach(line -> faults.addAll(line.faults()));
                assertThat(faults).isEqualTo(new TreeSet<>(expected.faults()));
                assertThat(Acting.as(CLERK, () -> rosters.get(id)).counts())
                        .isEqualTo(new RosterBatch.Counts(expected.good(), expected.wrong(), 0, 0));
            }
        }
    }

    private int batches() {
        return Acting.as(CLERK, rosters::list).size();
    }

    private UUID upload(RosterFile file) throws IOException {
        Path kept = Files.write(folder.resolve(UUID.randomUUID().toString()), file.bytes());
        return Acting.as(CLERK, () -> rosters.upload(kept, file.name(), RosterBatch.Policy.ALL, STREET));
    }
}
