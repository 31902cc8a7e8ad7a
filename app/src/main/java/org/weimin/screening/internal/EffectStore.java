package org.weimin.screening.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.weimin.home.Bulk;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Subject;
import org.weimin.screening.Affected;
import org.weimin.screening.Band;
import org.weimin.screening.Effect;
import org.weimin.screening.EffectFilter;
import org.weimin.screening.Impact;
import org.weimin.screening.ScenarioId;
import org.weimin.shell.PageOf;

/** All SQL for screening.effect and screening.effect_tally. */
@Repository
public class EffectStore {
    private static final String EFFECT = "screening.effect (scenario_id, matter, kind, receiving, area, subject_id, "
            + "subject_kind, household_id, persons, before_fen, after_fen)";
    private static final String TALLY = "screening.effect_tally (scenario_id, area, matter, kind, receiving, subjects, "
            + "persons, before_fen, after_fen, received_fen)";
    private static final String WHERE = """
         FROM screening.effect e
        WHERE e.scenario_id = :scenario AND (:matter = '' OR e.matter = :matter) AND (:kind = '' OR e.kind = :kind)
          AND e.area >= :area AND e.area < :areaUntil
          AND (:receiving = 'ANY' OR e.receiving = (:receiving = 'YES'))
        """;
    private static final String ORDER = " ORDER BY e.area, e.matter, e.household_id, e.subject_id ";
    private static final List<Integer> BANDS_YUAN = List.of(0, 50, 100, 200, 500, 1_000);
    private final JdbcClient db;
    private final Bulk bulk;

    EffectStore(JdbcClient db, Bulk bulk) {
        this.db = db;
        this.bulk = bulk;
    }

    void write(ScenarioId scenario, List<Effect> effects, Map<Weighing.Group, Weighing.Count> counts) {
        if (!effects.isEmpty()) {
            bulk.insert(
                    EFFECT,
                    rows -> effects.forEach(effect -> rows.row(
                            scenario,
                            effect.matter(),
                            effect.kind(),
                            effect.receiving(),
                            effect.area(),
                            effect.subject().id(),
                            effect.subject().kind(),
                            effect.household(),
                            effect.persons(),
                            effect.before().fen(),
                            effect.after().fen())));
        }
        bulk.insert(
                TALLY,
                rows -> counts.forEach((group, count) -> rows.row(
                        scenario,
                        group.area(),
                        group.matter(),
                        group.kind(),
                        group.receiving(),
                        count.subjects,
                        count.persons,
                        count.beforeFen,
                        count.afterFen,
                        count.receivedFen)));
    }

    /** What a run that broke off left behind. */
    void forget(ScenarioId scenario) {
        for (String table : List.of("effect", "effect_tally")) {
            db.sql("DELETE FROM screening." + table + " WHERE scenario_id = :scenario")
                    .param("scenario", scenario.value())
                    .update();
        }
    }

    /** Counted for each town of the actor's areas. */
    public Map<ScenarioId, Impact> impacts(Collection<ScenarioId> scenarios) {
        record Found(ScenarioId scenario, Impact.Line line) {}
        return db
                .sql("""
                    SELECT scenario_id, left(area, 9) AS town, matter, kind, receiving, sum(subjects) AS subjects,
                           sum(persons) AS persons, sum(before_fen) AS before_fen, sum(after_fen) AS after_fen,
                           sum(received_fen) AS received_fen
                      FROM screening.effect_tally
                     WHERE scenario_id = ANY(CAST(:scenarios AS uuid[])) GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
                    """)
                .param("scenarios", scenarios.stream().map(ScenarioId::toString).toArray(String[]::new))
                .query((row, number) -> new Found(
                        new ScenarioId(row.getObject("scenario_id", UUID.class)),
                        new Impact.Line(
                                new MatterId(row.getString("matter")),
                                new DivisionCode(row.getString("town")),
                                Effect.Kind.valueOf(row.getString("kind")),
                                row.getBoolean("receiving"),
                                new Impact.Counted(
                                        row.getLong("subjects"),
                                        row.getLong("persons"),
                                        new Money(row.getLong("before_fen")),
                                        new Money(row.getLong("after_fen")),
                                        new Money(row.getLong("received_fen"))))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Found::scenario,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Found::line, Collectors.toList()), Impact::new)));
    }

    /** How much those who receive today and stay would gain or lose a month. */
    public List<Band> bands(ScenarioId scenario, MatterId matter) {
        Map<Integer, long[]> found = db
                .sql("""
                    SELECT width_bucket(abs(after_fen - before_fen) - 1, CAST(:bounds AS bigint[])) AS band,
                           count(*) FILTER (WHERE kind = 'MORE') AS gaining,
                           count(*) FILTER (WHERE kind = 'LESS') AS losing
                      FROM screening.effect
                     WHERE scenario_id = :scenario AND matter = :matter AND kind IN ('MORE', 'LESS') GROUP BY 1
                    """)
                .param("bounds", BANDS_YUAN.stream().map(yuan -> yuan * 100L).toArray(Long[]::new))
                .param("scenario", scenario.value())
                .param("matter", matter.value())
                .query((row, number) ->
                        Map.entry(row.getInt("band"), new long[] {row.getLong("gaining"), row.getLong("losing")}))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var bands = new ArrayList<Band>();
        for (int band = 1; band <= BANDS_YUAN.size(); band++) {
            long[] counted = found.getOrDefault(band, new long[2]);
            bands.add(new Band(
                    yuan(BANDS_YUAN.get(band - 1)),
                    band < BANDS_YUAN.size() ? yuan(BANDS_YUAN.get(band)) : Money.ZERO,
                    counted[0],
                    counted[1]));
        }
        return bands;
    }

    private static Money yuan(int yuan) {
        return new Money(yuan * 100L);
    }

    public PageOf<Affected> list(EffectFilter filter, int page) {
        long total = filtered(db.sql("SELECT count(*)" + WHERE), filter)
                .query(Long.class)
                .single();
        return new PageOf<>(
                named(filter, "LIMIT " + PageOf.SIZE + " OFFSET " + (page - 1L) * PageOf.SIZE),
                page,
                PageOf.SIZE,
                total);
    }

    public List<Affected> all(EffectFilter filter, int most) {
        return named(filter, "LIMIT " + most);
    }

    /** Names are looked up for the rows shown alone. */
    private List<Affected> named(EffectFilter filter, String limit) {
        return filtered(
                        db.sql("SELECT e.*, h.head_name, h.address, p.name AS person_name FROM (SELECT e.*" + WHERE
                                + ORDER + limit + ") e " + """
                                 LEFT JOIN people.v_household h ON h.household_id = e.household_id
                                 LEFT JOIN people.v_person p ON e.subject_kind = 'person' AND p.person_id = e.subject_id
                                """ + ORDER),
                        filter)
                .query(EffectStore::affected)
                .list();
    }

    private static StatementSpec filtered(StatementSpec statement, EffectFilter filter) {
        return statement
                .param("scenario", filter.scenario().value())
                .param("matter", filter.matter())
                .param("kind", filter.kind())
                .param("area", filter.area().value())
                .param("areaUntil", filter.area().areaUntil())
                .param("receiving", filter.receiving().name());
    }

    private static Affected affected(ResultSet row, int number) throws SQLException {
        String person = row.getString("person_name");
        String head = row.getString("head_name");
        String address = row.getString("address");
        return new Affected(
                new Effect(
                        new MatterId(row.getString("matter")),
                        Effect.Kind.valueOf(row.getString("kind")),
                        Subject.of(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                        new HouseholdId(row.getObject("household_id", UUID.class)),
                        new DivisionCode(row.getString("area")),
                        row.getBoolean("receiving"),
                        row.getInt("persons"),
                        new Money(row.getLong("before_fen")),
                        new Money(row.getLong("after_fen"))),
                person != null ? person : head != null ? head : "",
                address == null ? "" : address);
    }
}
