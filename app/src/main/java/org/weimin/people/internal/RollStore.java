package org.weimin.people.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Vault;
import org.weimin.people.Sex;
import org.weimin.people.internal.Level.Observation;

/** Reads residents for comparison: all of a place once, and a few pairs more closely. */
@Repository
class RollStore {
    private static final int FETCH = 5_000;
    private final JdbcClient db;
    private final Vault vault;
    private final BusinessClock clock;

    RollStore(JdbcClient db, Vault vault, BusinessClock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /** Two records, by their ids. */
    record Two(UUID one, UUID other) {}

    /**
     * 关系: whether one household lists both at a time, whether they are written down as kin of each other, and whether
     * somebody lives, or lived, in one household with either.
     */
    record Ties(boolean together, boolean kin, boolean circle) {
        List<Observation> seen() {
            var seen = new ArrayList<Observation>();
            if (together) {
                seen.add(Level.ROSTER_TOGETHER.observed());
            } else {
                seen.add((circle ? Level.CIRCLE_SHARED : Level.CIRCLE_APART).observed());
            }
            if (kin) {
                seen.add(Level.KIN_RECORDED.observed());
            }
            return seen;
        }
    }

    Roll read(DivisionCode place) {
        var roll = new Roll();
        db.sql("""
            SELECT p.id, p.name, p.sex, p.birth_on, p.died_on, p.phone, p.address, p.area, b.number_index
              FROM people.person p
              LEFT JOIN people.bank_card b ON b.holder_id = p.id AND b.valid @> :today::date AND upper_inf(b.known)
             WHERE p.area >= :from AND p.area < :until AND p.merged_into IS NULL
            """)
                .param("today", clock.today())
                .param("from", place.value())
                .param("until", place.areaUntil())
                .withFetchSize(FETCH)
                .query(row -> {
                    roll.add(entry(row));
                });
        return roll;
    }

    private static Roll.Entry entry(ResultSet row) throws SQLException {
        LocalDate death = row.getObject("died_on", LocalDate.class);
        byte[] card = row.getBytes("number_index");
        return new Roll.Entry(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("sex").equals(Sex.MALE.name()),
                row.getObject("birth_on", LocalDate.class),
                death == null ? Roll.ALIVE : (int) death.toEpochDay(),
                text(row.getString("phone").strip()),
                card == null ? Roll.NONE : Fingerprint.of(card),
                text(Tokens.clean(row.getString("address"))),
                row.getString("area"));
    }

    private static long text(String text) {
        return text.isEmpty() ? Roll.NONE : Fingerprint.of(text);
    }

    Map<Two, Ties> ties(List<Two> pairs) {
        var ties = new HashMap<Two, Ties>();
        db.sql("""
            SELECT t.one, t.other,
                   EXISTS (SELECT FROM people.membership x
                             JOIN people.membership y ON y.person_id = t.other AND y.household_id = x.household_id
                            WHERE x.person_id = t.one AND x.valid && y.valid AND upper_inf(x.known)
                              AND upper_inf(y.known)) AS together,
                   EXISTS (SELECT FROM people.kinship k
                            WHERE k.person_id = t.one AND k.relative_id = t.other AND upper_inf(k.known))
                   OR EXISTS (SELECT FROM people.kinship k
                            WHERE k.person_id = t.other AND k.relative_id = t.one AND upper_inf(k.known)) AS kin,
                   EXISTS (SELECT FROM people.membership x
                             JOIN people.membership a ON a.household_id = x.household_id
                              AND a.person_id NOT IN (t.one, t.other) AND upper_inf(a.known)
                             JOIN people.membership y ON y.person_id = t.other AND upper_inf(y.known)
                             JOIN people.membership b ON b.household_id = y.household_id
                              AND b.person_id NOT IN (t.one, t.other) AND upper_inf(b.known)
                             JOIN people.person p ON p.id = a.person_id
                             JOIN people.person q ON q.id = b.person_id
                            WHERE x.person_id = t.one AND upper_inf(x.known)
                              AND p.name = q.name AND p.birth_on = q.birth_on) AS circle
              FROM unnest(:ones::uuid[], :others::uuid[]) AS t (one, other)
            """)
                .param("ones", texts(pairs.stream().map(Two::one).toList()))
                .param("others", texts(pairs.stream().map(Two::other).toList()))
                .query(row -> {
                    ties.put(
                            new Two(row.getObject("one", UUID.class), row.getObject("other", UUID.class)),
                            new Ties(row.getBoolean("together"), row.getBoolean("kin"), row.getBoolean("circle")));
                });
        return ties;
    }

    /** Whole identity numbers, for the moment of a comparison; they are neither kept nor printed. */
    Map<UUID, String> identityNumbers(Collection<UUID> persons) {
        var numbers = new HashMap<UUID, String>();
        db.sql("SELECT id, id_number FROM people.person WHERE id = ANY(:ids::uuid[])")
                .param("ids", texts(persons))
                .query(row -> {
                    numbers.put(row.getObject("id", UUID.class), vault.open(row.getBytes("id_number")));
                });
        return numbers;
    }

    static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
