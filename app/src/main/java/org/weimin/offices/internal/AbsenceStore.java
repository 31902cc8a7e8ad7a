package org.weimin.offices.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.StaffId;
import org.weimin.offices.Absence;

/** All SQL for offices.absence. */
@Repository
public class AbsenceStore {
    private final JdbcClient db;

    AbsenceStore(JdbcClient db) {
        this.db = db;
    }

    /** False where the person is away on one of these days already. */
    public boolean insert(Absence absence) {
        return db.sql("""
            INSERT INTO offices.absence (id, member_id, cover_id, days, area)
            VALUES (:id, :member, CAST(:cover AS uuid), daterange(:first, :last, '[]'), :area)
            ON CONFLICT DO NOTHING
            """)
                        .param("id", absence.id())
                        .param("member", absence.member())
                        .param("cover", absence.cover().orElse(null))
                        .param("first", absence.first())
                        .param("last", absence.last())
                        .param("area", absence.area().value())
                        .update()
                == 1;
    }

    public boolean withdraw(UUID id, Instant at) {
        return db.sql("""
            UPDATE offices.absence SET withdrawn_at = :at, version = version + 1 WHERE id = :id AND withdrawn_at IS NULL
            """)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What touches one of these days. */
    public List<Absence> list(DivisionCode place, LocalDate from, LocalDate until) {
        return db.sql("""
            SELECT id, member_id, cover_id, lower(days) AS first, upper(days) - 1 AS last, area FROM offices.absence
             WHERE withdrawn_at IS NULL AND area >= :areaFrom AND area < :areaUntil
               AND lower(days) < :until AND upper(days) > :from
             ORDER BY days, area, member_id
            """)
                .param("areaFrom", place.value())
                .param("areaUntil", place.areaUntil())
                .param("from", from)
                .param("until", until)
                .query((row, n) -> new Absence(
                        row.getObject("id", UUID.class),
                        row.getObject("member_id", UUID.class),
                        Optional.ofNullable(row.getObject("cover_id", UUID.class)),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        new DivisionCode(row.getString("area"))))
                .list();
    }

    /** Whether one of them may sit on a post of the other on all of these days. */
    public boolean isLent(StaffId away, StaffId cover, Absence days) {
        return db.sql("""
            SELECT EXISTS (SELECT FROM access.v_sitting own JOIN access.v_sitting lent ON lent.post_id = own.post_id
                            WHERE own.staff_id = :away AND own.valid @> CAST(:first AS date) AND lent.staff_id = :cover
                              AND lent.valid @> daterange(:first, :last, '[]'))
            """)
                .param("away", away.value())
                .param("cover", cover.value())
                .param("first", days.first())
                .param("last", days.last())
                .query(Boolean.class)
                .single();
    }
}
