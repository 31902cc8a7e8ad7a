package org.weimin.divisions.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.divisions.CommunityKind;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.StaffId;

/** All SQL for divisions.community_kind. */
@Repository
public class CommunityKindStore {
    private final JdbcClient db;

    CommunityKindStore(JdbcClient db) {
        this.db = db;
    }

    /** What was said last of each; of a new code, what was said of those it was made of, where they agree. */
    public Map<DivisionCode, CommunityKind> said(Collection<DivisionCode> codes, LocalDate asOf) {
        return db
                .sql("""
                    WITH RECURSIVE past AS (
                        SELECT code, code AS at FROM (SELECT unnest(:codes::text[]) COLLATE "C") AS asked (code)
                        UNION
                        SELECT p.code, s.before_code FROM past p
                          JOIN divisions.succession s ON s.after_code = p.at AND s.before_code <> s.after_code
                         WHERE NOT EXISTS (SELECT FROM divisions.community_kind k
                                            WHERE k.code = p.at AND k.from_day <= :asOf)),
                    said AS (
                        SELECT DISTINCT ON (p.code, p.at) p.code, k.kind FROM past p
                          JOIN divisions.community_kind k ON k.code = p.at AND k.from_day <= :asOf
                         ORDER BY p.code, p.at, k.from_day DESC, k.id DESC)
                    SELECT code, min(kind) AS kind FROM said GROUP BY code HAVING count(DISTINCT kind) = 1
                    """)
                .param("codes", codes.stream().map(DivisionCode::value).toArray(String[]::new))
                .param("asOf", asOf)
                .query((row, n) -> Map.entry(
                        new DivisionCode(row.getString("code")), CommunityKind.valueOf(row.getString("kind"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public void add(DivisionCode code, CommunityKind kind, LocalDate from, StaffId by) {
        db.sql("""
            INSERT INTO divisions.community_kind (id, code, kind, from_day, recorded_by)
            VALUES (:id, :code, :kind, :from, :by)
            """)
                .param("id", Ids.next())
                .param("code", code.value())
                .param("kind", kind.name())
                .param("from", from)
                .param("by", by.value())
                .update();
    }
}
