package org.weimin.people.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Vault;
import org.weimin.people.FoundHousehold;
import org.weimin.people.Household;
import org.weimin.people.JoinHousehold;
import org.weimin.people.Kinship;
import org.weimin.people.LookedAfter;
import org.weimin.people.Person;

/** All SQL for people.household, people.membership, people.kinship, people.guardian and people.group_tag. */
@Repository
public class FamilyStore {
    private final JdbcClient db;
    private final Vault vault;
    private final BusinessClock clock;

    FamilyStore(JdbcClient db, Vault vault, BusinessClock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    public Optional<Household> find(HouseholdId id, LocalDate asOf) {
        return db.sql("SELECT id, head_id, area, address FROM people.household WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> new Household(
                        id,
                        new PersonId(row.getObject("head_id", UUID.class)),
                        new DivisionCode(row.getString("area")),
                        row.getString("address"),
                        members(id, asOf)))
                .optional();
    }

    private List<Household.Member> members(HouseholdId id, LocalDate asOf) {
        return db.sql("SELECT " + PersonStore.COLUMNS + """
                   , m.relation, m.counted, m.excluded_reason,
                   lower(m.valid) AS valid_from, upper(m.valid) AS valid_until
              FROM people.membership m
              JOIN people.person p ON p.id = m.person_id
             WHERE m.household_id = :household AND m.valid @> :asOf::date
               AND m.known @> :knownAt::timestamptz
             ORDER BY m.relation, p.birth_on, p.id
            """)
                .param("household", id.value())
                .param("asOf", asOf)
                .param("knownAt", Dated.at(clock.now()))
                .query((row, number) -> new Household.Member(
                        PersonStore.person(row, vault),
                        row.getString("relation"),
                        Dated.valid(row),
                        row.getBoolean("counted"),
                        row.getString("excluded_reason")))
                .list();
    }

    public Optional<HouseholdId> householdOf(PersonId person, LocalDate asOf) {
        return db.sql("""
            SELECT household_id FROM people.membership
             WHERE person_id = :person AND valid @> :asOf::date AND known @> :knownAt::timestamptz
            """)
                .param("person", person.value())
                .param("asOf", asOf)
                .param("knownAt", Dated.at(clock.now()))
                .query((row, number) -> new HouseholdId(row.getObject("household_id", UUID.class)))
                .optional();
    }

    public HouseholdId found(FoundHousehold command, Person head, DivisionCode area) {
        HouseholdId id = HouseholdId.next();
        db.sql("""
            INSERT INTO people.household (id, area, head_id, address)
            VALUES (:id, :area, :head, :address)
            """)
                .param("id", id.value())
                .param("area", area.value())
                .param("head", head.id().value())
                .param("address", command.address())
                .update();
        join(new JoinHousehold(id, head.id(), "02", command.on(), ""), area);
        return id;
    }

    public void join(JoinHousehold command, DivisionCode area) {
        leave(command.person(), command.on());
        insertMembership(
                area,
                command.household().value(),
                command.person().value(),
                command.relation(),
                command.excludedReason(),
                command.on());
    }

    /** Ends a running membership: what we knew is closed, and written again with its end. */
    public void leave(PersonId person, LocalDate on) {
        var now = Dated.at(clock.now());
        db.sql("""
            WITH closed AS (
                UPDATE people.membership
                   SET known = tstzrange(lower(known), :now::timestamptz)
                 WHERE person_id = :person AND valid @> :on::date AND upper_inf(known)
                RETURNING *)
            INSERT INTO people.membership (id, area, household_id, person_id, relation, counted, excluded_reason,
                                           valid, known)
            SELECT gen_random_uuid(), area, household_id, person_id, relation, counted, excluded_reason,
                   daterange(lower(valid), :on::date), tstzrange(:now::timestamptz, NULL)
              FROM closed
             WHERE lower(valid) < :on::date
            """)
                .param("person", person.value())
                .param("on", on)
                .param("now", now)
                .update();
    }

    private void insertMembership(
            DivisionCode area, UUID household, UUID person, String relation, String excludedReason, LocalDate from) {
        db.sql("""
            INSERT INTO people.membership (id, area, household_id, person_id, relation, counted, excluded_reason,
                                           valid, known)
            VALUES (:id, :area, :household, :person, :relation, :counted, :reason,
                    daterange(:from::date, NULL), tstzrange(:now::timestamptz, NULL))
            """)
                .param("id", Ids.next())
                .param("area", area.value())
                .param("household", household)
                .param("person", person)
                .param("relation", relation)
                .param("counted", excludedReason.isEmpty())
                .param("reason", excludedReason)
                .param("from", from)
                .param("now", Dated.at(clock.now()))
                .update();
    }

    public void relate(Kinship kinship, DivisionCode area, LocalDate since) {
        db.sql("""
            INSERT INTO people.kinship (id, area, person_id, relative_id, kind, valid, known)
            VALUES (:id, :area, :person, :relative, :kind, daterange(:since::date, NULL),
                    tstzrange(:now::timestamptz, NULL))
            """)
                .param("id", Ids.next())
                .param("area", area.value())
                .param("person", kinship.person().value())
                .param("relative", kinship.relative().value())
                .param("kind", kinship.kind().name())
                .param("since", since)
                .param("now", Dated.at(clock.now()))
                .update();
    }

    /** Both ways: what the relative is to the person, and a parent's row from the child's side as well. */
    public List<Kinship> kinOf(PersonId person, LocalDate asOf) {
        return db.sql("""
            SELECT person_id, relative_id, kind FROM people.kinship
             WHERE (person_id = :person OR relative_id = :person)
               AND valid @> :asOf::date AND known @> :knownAt::timestamptz
             ORDER BY kind, relative_id
            """)
                .param("person", person.value())
                .param("asOf", asOf)
                .param("knownAt", Dated.at(clock.now()))
                .query((row, number) -> new Kinship(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new PersonId(row.getObject("relative_id", UUID.class)),
                        Kinship.Kind.valueOf(row.getString("kind"))))
                .list();
    }

    public void appointGuardian(Person ward, PersonId guardian, LocalDate from, String evidence) {
        db.sql("""
            INSERT INTO people.guardian (id, area, ward_id, guardian_id, evidence, valid, known)
            VALUES (:id, :area, :ward, :guardian, :evidence, daterange(:from::date, NULL),
                    tstzrange(:now::timestamptz, NULL))
            """)
                .param("id", Ids.next())
                .param("area", ward.area().value())
                .param("ward", ward.id().value())
                .param("guardian", guardian.value())
                .param("evidence", evidence)
                .param("from", from)
                .param("now", Dated.at(clock.now()))
                .update();
    }

    public List<PersonId> guardiansOf(PersonId ward, LocalDate asOf) {
        return db.sql("""
            SELECT guardian_id FROM people.guardian
             WHERE ward_id = :ward AND valid @> :asOf::date AND known @> :knownAt::timestamptz
             ORDER BY guardian_id
            """)
                .param("ward", ward.value())
                .param("asOf", asOf)
                .param("knownAt", Dated.at(clock.now()))
                .query((row, number) -> new PersonId(row.getObject("guardian_id", UUID.class)))
                .list();
    }

    public void tag(Person person, String tag, LocalDate from) {
        if (tagsOf(person.id(), from).contains(tag)) {
            return;
        }
        db.sql("""
            INSERT INTO people.group_tag (id, area, person_id, tag, valid, known)
            VALUES (:id, :area, :person, :tag, daterange(:from::date, NULL), tstzrange(:now::timestamptz, NULL))
            """)
                .param("id", Ids.next())
                .param("area", person.area().value())
                .param("person", person.id().value())
                .param("tag", tag)
                .param("from", from)
                .param("now", Dated.at(clock.now()))
                .update();
    }

    public List<String> tagsOf(PersonId person, LocalDate asOf) {
        return db.sql("""
            SELECT tag FROM people.group_tag
             WHERE person_id = :person AND valid @> :asOf::date AND known @> :knownAt::timestamptz
             ORDER BY tag
            """)
                .param("person", person.value())
                .param("asOf", asOf)
                .param("knownAt", Dated.at(clock.now()))
                .query((row, number) -> row.getString("tag"))
                .list();
    }

    /** 老年人权益保障法 第二条: old is whoever has turned sixty. */
    public List<LookedAfter> lookedAfter(LocalDate asOf) {
        return db.sql("""
            WITH here AS (
                SELECT p.id, p.name, p.birth_on, p.address, m.household_id,
                       p.birth_on <= CAST(:asOf AS date) - interval '60 years'
                           AND m.household_id IS NOT NULL AND NOT EXISTS (
                               SELECT FROM people.membership o
                                WHERE o.household_id = m.household_id AND o.person_id <> p.id
                                  AND o.valid @> CAST(:asOf AS date) AND upper_inf(o.known)) AS alone,
                       ARRAY(SELECT g.tag FROM people.group_tag g
                              WHERE g.person_id = p.id AND g.valid @> CAST(:asOf AS date) AND upper_inf(g.known)
                              ORDER BY g.tag) AS tags
                  FROM people.person p
                  LEFT JOIN people.membership m ON m.person_id = p.id AND m.valid @> CAST(:asOf AS date)
                       AND upper_inf(m.known)
                 WHERE p.died_on IS NULL)
            SELECT * FROM here WHERE alone OR cardinality(tags) > 0 ORDER BY birth_on, id LIMIT 60
            """)
                .param("asOf", asOf)
                .query((row, number) -> new LookedAfter(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getObject("birth_on", LocalDate.class),
                        row.getString("address"),
                        Optional.ofNullable(row.getObject("household_id", UUID.class))
                                .map(HouseholdId::new),
                        List.of((String[]) row.getArray("tags").getArray()),
                        row.getBoolean("alone")))
                .list();
    }

    /** Directly related, children of one parent, or members of one household. */
    public boolean areRelated(PersonId one, PersonId other) {
        return db.sql("""
            WITH kin AS (
                SELECT person_id AS a, relative_id AS b FROM people.kinship
                 WHERE upper_inf(valid) AND upper_inf(known)
                   AND (person_id IN (:one, :other) OR relative_id IN (:one, :other))),
            both_ways AS (SELECT a, b FROM kin UNION SELECT b, a FROM kin)
            SELECT EXISTS (SELECT FROM both_ways WHERE a = :one AND b = :other)
                OR EXISTS (SELECT FROM both_ways x JOIN both_ways y ON y.b = x.b
                            WHERE x.a = :one AND y.a = :other)
                OR EXISTS (SELECT FROM people.membership x
                             JOIN people.membership y ON y.household_id = x.household_id
                            WHERE x.person_id = :one AND y.person_id = :other
                              AND x.valid && y.valid AND upper_inf(x.known) AND upper_inf(y.known))
            """)
                .param("one", one.value())
                .param("other", other.value())
                .query(Boolean.class)
                .single();
    }
}
