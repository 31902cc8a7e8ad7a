package org.weimin.simulator.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.engine.EventKind.Detail;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.PersonId;
import org.weimin.simulator.Behaviour;
import org.weimin.simulator.Happening;
import org.weimin.simulator.Question;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of the simulator. */
@Repository
public class SimulatorStore {
    private static final int MOST_SHOWN = 100;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<EnumMap<Detail, String>> DETAILS = new TypeReference<>() {};
    private final JdbcClient db;
    private final BusinessClock clock;

    SimulatorStore(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    public void open() {
        db.sql("""
            INSERT INTO simulator.epoch (opened_at) VALUES (:now)
            ON CONFLICT (one) DO UPDATE SET opened_at = excluded.opened_at
            """).param("now", now()).update();
    }

    /** The registers stand as they stood when they were first opened. */
    Instant openedAt() {
        db.sql("INSERT INTO simulator.epoch (opened_at) VALUES (:now) ON CONFLICT (one) DO NOTHING")
                .param("now", now())
                .update();
        return db.sql("SELECT opened_at FROM simulator.epoch")
                .query((row, n) ->
                        row.getObject("opened_at", OffsetDateTime.class).toInstant())
                .single();
    }

    public Map<String, Behaviour> behaviours() {
        var found = new HashMap<String, Behaviour>();
        db.sql("SELECT bureau, behaviour FROM simulator.bureau").query(row -> {
            found.put(row.getString("bureau"), Behaviour.valueOf(row.getString("behaviour")));
        });
        return found;
    }

    public void behave(String bureau, Behaviour behaviour) {
        db.sql("""
            INSERT INTO simulator.bureau (bureau, behaviour) VALUES (:bureau, :behaviour)
            ON CONFLICT (bureau) DO UPDATE SET behaviour = excluded.behaviour
            """).param("bureau", bureau).param("behaviour", behaviour.name()).update();
    }

    /** Writes down that it was asked, and says how often by now and since when. */
    Question asked(Question question) {
        return db.sql("""
            INSERT INTO simulator.question (request_id, bureau, item, purpose, first_on, last_at, times, behaviour)
            VALUES (:request, :bureau, :item, :purpose, :today, :now, 1, :behaviour)
            ON CONFLICT (request_id) DO UPDATE
               SET times = question.times + 1, last_at = excluded.last_at, behaviour = excluded.behaviour
            RETURNING *
            """)
                .param("request", question.request())
                .param("bureau", question.bureau())
                .param("item", question.item())
                .param("purpose", question.purpose())
                .param("today", clock.today())
                .param("now", now())
                .param("behaviour", question.behaviour().name())
                .query((row, n) -> question(row))
                .single();
    }

    public void happen(Happening told) {
        db.sql("""
            INSERT INTO simulator.happening (bureau, kind, number, person_id, happened_on, details)
            VALUES (:bureau, :kind, :number, :person, :on, CAST(:details AS jsonb)) ON CONFLICT DO NOTHING
            """)
                .param("bureau", told.bureau())
                .param("kind", told.kind())
                .param("number", told.number())
                .param("person", told.person().value())
                .param("on", told.on())
                .param("details", JSON.writeValueAsString(told.details()))
                .update();
    }

    /** One that is told, and its place in the feed. */
    record Numbered(long no, Happening happening) {}

    List<Numbered> happenings(String bureau, long since, int most) {
        return db.sql("""
            SELECT * FROM simulator.happening WHERE bureau = :bureau AND no > :since ORDER BY no LIMIT :most
            """)
                .param("bureau", bureau)
                .param("since", since)
                .param("most", most)
                .query((row, n) -> new Numbered(
                        row.getLong("no"),
                        new Happening(
                                bureau,
                                row.getString("kind"),
                                row.getString("number"),
                                new PersonId(row.getObject("person_id", UUID.class)),
                                row.getObject("happened_on", LocalDate.class),
                                JSON.readValue(row.getString("details"), DETAILS))))
                .list();
    }

    public List<Question> questions() {
        return db.sql("SELECT * FROM simulator.question ORDER BY last_at DESC, request_id LIMIT :most")
                .param("most", MOST_SHOWN)
                .query((row, n) -> question(row))
                .list();
    }

    private static Question question(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Question(
                row.getObject("request_id", UUID.class),
                row.getString("bureau"),
                row.getString("item"),
                row.getString("purpose"),
                row.getObject("first_on", LocalDate.class),
                row.getInt("times"),
                Behaviour.valueOf(row.getString("behaviour")));
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}
