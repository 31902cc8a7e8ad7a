package org.weimin.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weimin.engine.Fact;
import org.weimin.engine.Packs;
import org.weimin.engine.population.Columns;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.engine.population.Outcomes;
import org.weimin.engine.population.RandomHouseholds;
import org.weimin.engine.population.Standards;
import org.weimin.kernel.DivisionCode;

/** A cluster answers as the program itself does, row by row. */
class ScreenJobTest {
    private static final Packs PACKS = Packs.read(Path.of("..", "packs"));
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);
    private static final List<DivisionCode> PLACES = List.of(new DivisionCode("310117"), new DivisionCode("330802"));
    private static final int HOUSEHOLDS_A_MATTER = 300;

    @TempDir
    private Path folder;

    @Test
    void every_answer_of_the_cluster_is_the_answer_of_the_program() throws IOException {
        List<CompiledMatter> matters = Law.of(PACKS.list(), AS_OF).compiled();
        List<Columns> lots = matters.stream().map(ScreenJobTest::drawn).toList();
        String parquet = folder.resolve("households").toString();
        try (SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate()) {
            spark.createDataFrame(rows(lots), Shapes.HOUSEHOLD)
                    .repartition(3)
                    .write()
                    .parquet(parquet);
            Dataset<Row> answers =
                    ScreenJob.answers(spark.read().schema(Shapes.HOUSEHOLD).parquet(parquet), PACKS, AS_OF);
            assertThat(byKey(answers.collectAsList())).isEqualTo(inProcess(matters, lots));
        }
    }

    private static Columns drawn(CompiledMatter matter) {
        var all = Law.of(PACKS.list(), AS_OF).compiled().stream()
                .flatMap(each -> each.facts().stream())
                .distinct()
                .toList();
        var columns = Columns.of(PACKS.dictionary(), all, PLACES);
        var standards = Standards.of(matter.pack(), AS_OF, PLACES, Map.of());
        new RandomHouseholds(matter, standards, 20261121).fill(columns, HOUSEHOLDS_A_MATTER, 10);
        return columns;
    }

    private static List<Row> rows(List<Columns> lots) {
        var rows = new ArrayList<Row>();
        for (int lot = 0; lot < lots.size(); lot++) {
            Columns columns = lots.get(lot);
            for (int household = 0; household < columns.households(); household++) {
                var sheet = columns.sheet(household);
                var members = new ArrayList<Row>();
                for (List<Fact> member : sheet.members()) {
                    members.add(RowFactory.create("m" + members.size(), texts(member)));
                }
                rows.add(RowFactory.create(
                        lot + "/" + household,
                        columns.places().get(columns.place(household)).value(),
                        texts(sheet.household()),
                        members));
            }
        }
        return rows;
    }

    private static Map<String, String> texts(List<Fact> facts) {
        var texts = new HashMap<String, String>();
        facts.forEach(fact ->
                texts.put(fact.name(), fact.value() instanceof Fact.Unsettled ? null : String.valueOf(fact.value())));
        return texts;
    }

    private static Map<String, String> inProcess(List<CompiledMatter> matters, List<Columns> lots) {
        var answers = new HashMap<String, String>();
        for (CompiledMatter matter : matters) {
            boolean ofPersons = matter.pack().matter().judgesPersons();
            for (int lot = 0; lot < lots.size(); lot++) {
                Columns columns = lots.get(lot);
                var outcomes = new Outcomes();
                matter.judge(columns, Standards.of(matter.pack(), AS_OF, PLACES, Map.of()), outcomes);
                for (int subject = 0; subject < outcomes.size(); subject++) {
                    int household = columns.householdOf(subject, ofPersons);
                    String person = ofPersons ? "m" + (subject - columns.firstMember(household)) : "";
                    answers.put(
                            matter.pack().id() + " " + lot + "/" + household + " " + person,
                            columns.places().get(columns.place(household)).value() + " "
                                    + answer(matter, outcomes, subject));
                }
            }
        }
        return answers;
    }

    private static String answer(CompiledMatter matter, Outcomes outcomes, int subject) {
        return String.join(
                " ",
                outcomes.status(subject).name(),
                Judging.reason(outcomes, subject),
                Judging.missing(outcomes, subject).toString(),
                Judging.grants(
                                outcomes,
                                subject,
                                matter.pack().matter().grants().size())
                        .toString());
    }

    private static Map<String, String> byKey(List<Row> answers) {
        var byKey = new HashMap<String, String>();
        answers.forEach(answer -> byKey.put(
                answer.getString(0) + " " + answer.getString(1) + " " + answer.getString(2),
                answer.getString(3) + " " + answer.getString(4) + " " + answer.getString(5) + " " + answer.getList(6)
                        + " " + answer.getList(7)));
        return byKey;
    }
}
