package org.weimin.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.engine.population.Outcomes;
import org.weimin.engine.population.Standards;

/** 判断: one worker's part: reads households lot by lot and asks every matter of each of them. */
final class Judging implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1;
    private static final int LOT = 4_096;
    private final Law law;

    Judging(Law law) {
        this.law = law;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> households) {
        List<CompiledMatter> matters = law.compiled();
        List<String> facts = matters.stream()
                .flatMap(matter -> matter.facts().stream())
                .distinct()
                .toList();
        return new Lots(households)
                .flatMap(rows -> answers(matters, facts, rows))
                .iterator();
    }

    /** The rows in lots, each taken only when the one before it is done with. */
    private record Lots(Iterator<Row> rows) {
        <T> Stream<T> flatMap(java.util.function.Function<List<Row>, Stream<T>> each) {
            return Stream.iterate(next(), lot -> !lot.isEmpty(), lot -> next()).flatMap(each);
        }

        private List<Row> next() {
            var lot = new ArrayList<Row>(LOT);
            while (lot.size() < LOT && rows.hasNext()) {
                lot.add(rows.next());
            }
            return lot;
        }
    }

    private Stream<Row> answers(List<CompiledMatter> matters, List<String> facts, List<Row> rows) {
        if (matters.isEmpty()) {
            return Stream.of();
        }
        var lot = new Lot(matters.getFirst().pack().dictionary(), facts, rows);
        return matters.stream().flatMap(matter -> answers(matter, lot).stream());
    }

    private List<Row> answers(CompiledMatter matter, Lot lot) {
        var outcomes = new Outcomes();
        var columns = lot.filled();
        var standards = Standards.of(matter.pack(), law.asOf(), columns.places(), Map.of());
        matter.judge(columns, standards, outcomes);
        boolean ofPersons = matter.pack().matter().judgesPersons();
        List<String> persons = lot.persons();
        var answers = new ArrayList<Row>(outcomes.size());
        for (int subject = 0; subject < outcomes.size(); subject++) {
            int household = columns.householdOf(subject, ofPersons);
            answers.add(RowFactory.create(
                    matter.pack().id().value(),
                    lot.household(household),
                    ofPersons ? persons.get(subject) : "",
                    lot.place(household),
                    outcomes.status(subject).name(),
                    reason(outcomes, subject),
                    missing(outcomes, subject).toArray(String[]::new),
                    grants(outcomes, subject, matter.pack().matter().grants().size())
                            .toArray(Row[]::new)));
        }
        return answers;
    }

    static String reason(Outcomes outcomes, int subject) {
        return switch (outcomes.status(subject)) {
            case NOT_ENTITLED, REFUSED -> outcomes.reason(subject);
            case ENTITLED, CANNOT_TELL -> "";
        };
    }

    static List<String> missing(Outcomes outcomes, int subject) {
        return outcomes.status(subject) == Outcomes.Status.CANNOT_TELL ? outcomes.missing(subject) : List.of();
    }

    static List<Row> grants(Outcomes outcomes, int subject, int grants) {
        var given = new ArrayList<Row>();
        for (int grant = 0; grant < grants; grant++) {
            if (outcomes.status(subject) == Outcomes.Status.ENTITLED && outcomes.given(subject, grant)) {
                given.add(RowFactory.create(grant, outcomes.amountFen(subject, grant)));
            }
        }
        return given;
    }
}
