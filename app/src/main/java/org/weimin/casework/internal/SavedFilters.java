package org.weimin.casework.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Refused;

/** 常用筛选: lists to which an official has given a name; nobody else sees them. All SQL for casework.saved_filter. */
@Repository
@Transactional
public class SavedFilters {
    private static final int MOST = 12;
    private static final int LONGEST = 30;
    private final JdbcClient db;
    private final Divisions divisions;

    /** A named question; a place that has become another one since is asked for under what it is now. */
    public record Saved(UUID id, String title, CaseFilter filter) {}

    SavedFilters(JdbcClient db, Divisions divisions) {
        this.db = db;
        this.divisions = divisions;
    }

    @Transactional(readOnly = true)
    public List<Saved> list() {
        return db
                .sql("SELECT id, title, question FROM casework.saved_filter ORDER BY title, id")
                .query((row, n) -> new Saved(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        CaseFilter.parse(row.getString("question"))))
                .list()
                .stream()
                .map(said -> new Saved(said.id(), said.title(), said.filter().following(divisions::heirOf)))
                .toList();
    }

    /** The same name again is the new question. */
    public void save(String title, CaseFilter filter) {
        String name = title.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
            throw new Refused("casework.filter.title", LONGEST);
        }
        boolean known = list().stream().anyMatch(each -> each.title().equals(name));
        if (!known && list().size() >= MOST) {
            throw new Refused("casework.filter.most", MOST);
        }
        db.sql("""
            INSERT INTO casework.saved_filter (id, staff_id, title, question) VALUES (:id, :staff, :title, :question)
            ON CONFLICT (staff_id, title) DO UPDATE SET question = excluded.question
            """)
                .param("id", Ids.next())
                .param("staff", Acting.staff().id().value())
                .param("title", name)
                .param("question", filter.query())
                .update();
    }

    public void remove(UUID id) {
        db.sql("DELETE FROM casework.saved_filter WHERE id = :id")
                .param("id", id)
                .update();
    }
}
