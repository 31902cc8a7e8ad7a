package org.weimin.offices.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.OrgUnitId;
import org.weimin.kernel.Period;
import org.weimin.kernel.StaffId;
import org.weimin.offices.Member;

/** All SQL for offices.member. */
@Repository
public class MemberStore {
    private static final String COLUMNS = """
        SELECT member_id, org_unit_id, staff_id, name, birth_on, education, qualification, qualified_on, established,
               full_time, civil_hours, other_hours, serving_since, area, lower(valid) AS valid_from,
               upper(valid) AS valid_until
          FROM offices.member\
        """ + " ";
    private final JdbcClient db;

    MemberStore(JdbcClient db) {
        this.db = db;
    }

    public List<Member> under(DivisionCode place, LocalDate asOf, Instant knownAt) {
        return db.sql(COLUMNS + """
             WHERE area >= :from AND area < :until AND valid @> :asOf::date AND known @> :knownAt::timestamptz
             ORDER BY area, established DESC, serving_since, member_id
            """)
                .param("from", place.value())
                .param("until", place.areaUntil())
                .param("asOf", asOf)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query(MemberStore::member)
                .list();
    }

    /** The same human being by name and birth date, in any office that the actor may see; the earliest term first. */
    public List<Member> terms(Member.Who who) {
        return db.sql(COLUMNS + " WHERE name = :name AND birth_on = :birthOn AND upper_inf(known) ORDER BY valid")
                .param("name", who.name())
                .param("birthOn", who.birthOn())
                .query(MemberStore::member)
                .list();
    }

    /** Everything that is said of somebody, one line for as long as nothing changed. */
    public List<Member> terms(UUID member) {
        return db.sql(COLUMNS + " WHERE member_id = :member AND upper_inf(known) ORDER BY valid")
                .param("member", member)
                .query(MemberStore::member)
                .list();
    }

    public void close(Member said, Instant now) {
        db.sql("""
            UPDATE offices.member SET known = tstzrange(lower(known), :now)
             WHERE member_id = :member AND lower(valid) = :from AND upper_inf(known)
            """)
                .param("member", said.id())
                .param("from", said.term().from())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void insert(Member member, Instant now) {
        var training = member.training();
        var terms = member.terms();
        db.sql("""
            INSERT INTO offices.member (id, member_id, org_unit_id, staff_id, name, birth_on, education, qualification,
                   qualified_on, established, full_time, civil_hours, other_hours, serving_since, area, valid, known)
            VALUES (:id, :member, :office, CAST(:staff AS uuid), :name, :birthOn, :education, :qualification,
                    CAST(:qualifiedOn AS date), :established, :fullTime, :civilHours, :otherHours, :servingSince, :area,
                    daterange(:from, CAST(:until AS date)), tstzrange(:now, NULL))
            """)
                .param("id", Ids.next())
                .param("member", member.id())
                .param("office", member.office().value())
                .param("staff", member.staff().map(StaffId::value).orElse(null))
                .param("name", member.who().name())
                .param("birthOn", member.who().birthOn())
                .param("education", training.education().name())
                .param("qualification", training.qualification().name())
                .param("qualifiedOn", training.qualifiedOn().orElse(null))
                .param("established", terms.established())
                .param("fullTime", terms.fullTime())
                .param("civilHours", terms.civilHours())
                .param("otherHours", terms.otherHours())
                .param("servingSince", terms.servingSince())
                .param("area", member.area().value())
                .param("from", member.term().from())
                .param("until", member.term().until().orElse(null))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getObject("member_id", UUID.class),
                new OrgUnitId(row.getObject("org_unit_id", UUID.class)),
                new DivisionCode(row.getString("area")),
                Optional.ofNullable(row.getObject("staff_id", UUID.class)).map(StaffId::new),
                new Member.Who(row.getString("name"), row.getObject("birth_on", LocalDate.class)),
                new Member.Training(
                        Member.Education.valueOf(row.getString("education")),
                        Member.Qualification.valueOf(row.getString("qualification")),
                        Optional.ofNullable(row.getObject("qualified_on", LocalDate.class))),
                new Member.Terms(
                        row.getBoolean("established"),
                        row.getBoolean("full_time"),
                        row.getInt("civil_hours"),
                        row.getInt("other_hours"),
                        row.getObject("serving_since", LocalDate.class)),
                new Period(
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class))));
    }
}
