package org.weimin.engine.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.weimin.engine.Fact;
import org.weimin.engine.FactSheet;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.WorkedExample;

/** The compiled rules and the interpreter are one law: they agree on every household, known whole or in part. */
class ParityTest {
    private static final Packs PACKS = Packs.read(Path.of("..", "packs"));

    @TestFactory
    Stream<DynamicTest> every_worked_example_of_every_pack_is_answered_alike() {
        return PACKS.list().stream()
                .flatMap(pack -> WorkedExample.of(pack).stream()
                        .map(example -> DynamicTest.dynamicTest(pack.id() + ": " + example.name(), () -> {
                            var matter = CompiledMatter.of(pack, pack.editionOn(example.asOf()));
                            var columns = Columns.of(pack.dictionary(), matter.facts(), List.of(example.place()));
                            add(columns, example.facts());
                            var standards = Standards.of(
                                    pack,
                                    example.asOf(),
                                    columns.places(),
                                    example.supposing().parameters());
                            assertAlike(matter, columns, standards);
                        })));
    }

    static void add(Columns columns, FactSheet sheet) {
        int household = columns.household(0);
        put(columns, household, sheet.household());
        sheet.members().forEach(member -> put(columns, columns.member(), member));
    }

    private static void put(Columns columns, int row, List<Fact> facts) {
        for (Fact fact : facts) {
            columns.find(fact.name()).ifPresent(column -> column.put(row, column.encode(fact.value())));
        }
    }

    /** Both answers of every subject as text: what is decided, why, what is missing, what is given and to whom. */
    static void assertAlike(CompiledMatter matter, Columns columns, Standards standards) {
        var compiled = new Outcomes();
        matter.judge(columns, standards, compiled);
        var interpreted = new Outcomes();
        matter.interpret(columns, standards, interpreted);
        List<String> answers = texts(matter, compiled);
        List<String> expected = texts(matter, interpreted);
        for (int subject = 0; subject < expected.size(); subject++) {
            assertThat(answers.get(subject)).as("subject %d", subject).isEqualTo(expected.get(subject));
        }
    }

    private static List<String> texts(CompiledMatter matter, Outcomes outcomes) {
        var texts = new ArrayList<String>();
        for (int subject = 0; subject < outcomes.size(); subject++) {
            texts.add(text(matter, outcomes, subject));
        }
        return texts;
    }

    static String text(CompiledMatter matter, Outcomes outcomes, int subject) {
        return switch (outcomes.status(subject)) {
            case NOT_ENTITLED, REFUSED -> outcomes.status(subject) + " " + outcomes.reason(subject);
            case CANNOT_TELL ->
                "CANNOT_TELL " + outcomes.missing(subject).stream().sorted().toList();
            case ENTITLED -> "ENTITLED " + grants(matter.pack(), outcomes, subject);
        };
    }

    private static List<Map<String, Object>> grants(Pack pack, Outcomes outcomes, int subject) {
        var grants = new ArrayList<Map<String, Object>>();
        for (int grant = 0; grant < pack.matter().grants().size(); grant++) {
            if (outcomes.given(subject, grant)) {
                grants.add(Map.of(
                        "grant", grant,
                        "fen", outcomes.amountFen(subject, grant),
                        "basis", outcomes.months(subject, grant),
                        "persons", outcomes.persons(subject, grant)));
            }
        }
        return grants;
    }
}
