package org.weimin.screening.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.DraftId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.screening.Scenario;
import org.weimin.screening.ScenarioId;
import org.weimin.screening.Supposition;
import org.weimin.screening.Sweep;

/** All SQL for screening.scenario and what it supposes. */
@Repository
public class ScenarioStore {
    private static final String COLUMNS = """
        SELECT s.*, 1000 * extract(epoch FROM coalesce(first_at, started_at, created_at) - created_at) AS first_millis,
               1000 * extract(epoch FROM coalesce(finished_at, clock_timestamp()) - created_at) AS whole_millis
          FROM screening.scenario s
        """;
    private static final int MOST_LISTED = 60;
    private final JdbcClient db;

    ScenarioStore(JdbcClient db) {
        this.db = db;
    }

    public void add(Scenario scenario) {
        Supposition supposed = scenario.supposition();
        db.sql("""
            INSERT INTO screening.scenario (id, place, name, matter, from_day, value_place, draft_id, as_of, status,
                                            asked_by, created_at)
            VALUES (:id, :place, :name, :matter, :from, :at, :draft, :asOf, 'ASKED', :by, clock_timestamp())
            """)
                .param("id", scenario.id().value())
                .param("place", scenario.place().value())
                .param("name", scenario.name())
                .param("matter", supposed.matter().value())
                .param("from", supposed.from())
                .param("at", supposed.at().value())
                .param("draft", supposed.draft().map(DraftId::value).orElse(null))
                .param("asOf", scenario.asOf())
                .param("by", scenario.askedBy())
                .update();
        supposed.values()
                .forEach((parameter, value) -> db.sql("""
                    INSERT INTO screening.scenario_value (scenario_id, parameter, value)
                    VALUES (:id, :parameter, :value)
                    """)
                        .param("id", scenario.id().value())
                        .param("parameter", parameter)
                        .param("value", value)
                        .update());
        supposed.merged()
                .forEach((town, into) -> db.sql("""
                    INSERT INTO screening.scenario_merge (scenario_id, town, into_town) VALUES (:id, :town, :into)
                    """)
                        .param("id", scenario.id().value())
                        .param("town", town.value())
                        .param("into", into.value())
                        .update());
    }

    public Scenario get(ScenarioId id) {
        return db.sql(COLUMNS + " WHERE id = :id")
                .param("id", id.value())
                .query(this::scenario)
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    /** Those of the place, of places in it, and of those that contain it; the newest first. */
    public List<Scenario> list(DivisionCode place) {
        return db
                .sql(COLUMNS + " ORDER BY created_at DESC, id DESC LIMIT " + MOST_LISTED)
                .query(this::scenario)
                .list()
                .stream()
                .filter(each -> each.place().contains(place) || place.contains(each.place()))
                .toList();
    }

    public void forget(ScenarioId id) {
        db.sql("DELETE FROM screening.scenario WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    /** One that somebody asked for, or one whose worker has not been heard of for a minute. */
    public Optional<Scenario> claim() {
        return db.sql("""
            UPDATE screening.scenario
               SET status = 'RUNNING', started_at = clock_timestamp(), beat_at = clock_timestamp(), slices_done = 0,
                   households = 0, persons = 0, first_at = NULL
             WHERE id = (SELECT id FROM screening.scenario
                          WHERE status = 'ASKED'
                             OR status = 'RUNNING' AND beat_at < clock_timestamp() - interval '1 minute'
                          ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id
            """)
                .query((row, number) -> new ScenarioId(row.getObject("id", UUID.class)))
                .optional()
                .map(this::get);
    }

    public void planned(ScenarioId id, int slices, int households, List<Comparison> comparisons) {
        db.sql("UPDATE screening.scenario SET slices = :slices, all_households = :households WHERE id = :id")
                .param("slices", slices)
                .param("households", households)
                .param("id", id.value())
                .update();
        db.sql("DELETE FROM screening.scenario_matter WHERE scenario_id = :id")
                .param("id", id.value())
                .update();
        comparisons.forEach(comparison -> db.sql("""
            INSERT INTO screening.scenario_matter (scenario_id, matter, version_before, version_after, paid_through)
            VALUES (:id, :matter, :before, :after, (SELECT max(month) FROM ledger.v_payable
                                                     WHERE matter = :matter AND status IN ('COMMITTED', 'SETTLED')))
            """)
                .param("id", id.value())
                .param("matter", comparison.matter().value())
                .param("before", comparison.versionBefore())
                .param("after", comparison.versionAfter())
                .update());
    }

    public void sliceDone(ScenarioId id, int households, int persons) {
        db.sql("""
            UPDATE screening.scenario
               SET slices_done = slices_done + 1, households = households + :households, persons = persons + :persons,
                   beat_at = clock_timestamp(), first_at = coalesce(first_at, clock_timestamp())
             WHERE id = :id
            """)
                .param("households", households)
                .param("persons", persons)
                .param("id", id.value())
                .update();
    }

    public void end(ScenarioId id, Sweep.Status status, String failure) {
        db.sql("""
            UPDATE screening.scenario SET status = :status, failure = :failure, finished_at = clock_timestamp()
             WHERE id = :id
            """)
                .param("status", status.name())
                .param("failure", failure)
                .param("id", id.value())
                .update();
    }

    /** The last month that a run has taken, of each matter that the scenario touches. */
    public Map<MatterId, Optional<LocalDate>> paidThrough(ScenarioId id) {
        return db
                .sql("SELECT matter, paid_through FROM screening.scenario_matter WHERE scenario_id = :id")
                .param("id", id.value())
                .query((row, number) -> Map.entry(
                        new MatterId(row.getString("matter")),
                        Optional.ofNullable(row.getObject("paid_through", LocalDate.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Scenario scenario(ResultSet row, int number) throws SQLException {
        var id = new ScenarioId(row.getObject("id", UUID.class));
        return new Scenario(
                id,
                row.getString("name"),
                new DivisionCode(row.getString("place")),
                supposition(id, row),
                row.getObject("as_of", LocalDate.class),
                row.getString("asked_by"),
                Sweep.Status.valueOf(row.getString("status")),
                new Scenario.Reach(
                        row.getInt("slices"),
                        row.getInt("slices_done"),
                        row.getInt("households"),
                        row.getInt("persons"),
                        row.getInt("all_households")),
                new Scenario.Took(
                        Duration.ofMillis(row.getLong("first_millis")), Duration.ofMillis(row.getLong("whole_millis"))),
                row.getString("failure"));
    }

    private Supposition supposition(ScenarioId id, ResultSet row) throws SQLException {
        return new Supposition(
                new MatterId(row.getString("matter")),
                row.getObject("from_day", LocalDate.class),
                new DivisionCode(row.getString("value_place")),
                pairs(id, "SELECT parameter, value FROM screening.scenario_value WHERE scenario_id = :id"),
                Optional.ofNullable(row.getObject("draft_id", UUID.class)).map(DraftId::new),
                pairs(id, "SELECT town, into_town FROM screening.scenario_merge WHERE scenario_id = :id")
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(
                                pair -> new DivisionCode(pair.getKey()), pair -> new DivisionCode(pair.getValue()))));
    }

    private Map<String, String> pairs(ScenarioId id, String query) {
        return db
                .sql(query)
                .param("id", id.value())
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
