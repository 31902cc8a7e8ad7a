package org.weimin.people.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.home.Home;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Vault;
import org.weimin.people.Hit;
import org.weimin.people.Person;
import org.weimin.people.RegisterPerson;
import org.weimin.people.Sex;
import org.weimin.shell.PageOf;

/** All SQL for people.person. */
@Repository
public class PersonStore {
    static final String COLUMNS = "p.id, p.name, p.sex, p.birth_on, p.id_number, p.area, p.address, p.died_on";
    private final JdbcClient db;
    private final Vault vault;
    private final TokenStore tokens;
    private final Home home;

    PersonStore(JdbcClient db, Vault vault, TokenStore tokens, Home home) {
        this.db = db;
        this.vault = vault;
        this.tokens = tokens;
        this.home = home;
    }

    public Optional<Person> find(PersonId id) {
        return db.sql("SELECT " + COLUMNS + " FROM people.person p WHERE p.id = :id")
                .param("id", id.value())
                .query((row, number) -> person(row, vault))
                .optional();
    }

    /** Each by its id; whoever lies outside the actor's area is missing. */
    public Map<PersonId, Person> all(Collection<PersonId> ids) {
        var found = new HashMap<PersonId, Person>();
        db.sql("SELECT " + COLUMNS + " FROM people.person p WHERE p.id = ANY(:ids::uuid[])")
                .param("ids", ids.stream().map(PersonId::toString).toArray(String[]::new))
                .query(row -> {
                    Person person = person(row, vault);
                    found.put(person.id(), person);
                });
        return found;
    }

    /** A number of a record that has become part of another leads to that one. */
    public Optional<PersonId> byIdentity(IdentityNumber identity) {
        return db.sql("SELECT coalesce(merged_into, id) AS id FROM people.person WHERE id_number_index = :index")
                .param("index", vault.blindIndex("identity", identity.value()))
                .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** As it was given; empty where there is none. */
    public String phone(PersonId person) {
        return db.sql("SELECT phone FROM people.person WHERE id = :id")
                .param("id", person.value())
                .query(String.class)
                .single();
    }

    /** The record that this one has become part of. */
    public Optional<PersonId> mergedInto(PersonId person) {
        return db.sql("SELECT merged_into FROM people.person WHERE id = :id AND merged_into IS NOT NULL")
                .param("id", person.value())
                .query((row, number) -> new PersonId(row.getObject("merged_into", UUID.class)))
                .optional();
    }

    /** Records that have become part of this one. */
    public Set<UUID> partsOf(PersonId survivor) {
        return Set.copyOf(db.sql("SELECT id FROM people.person WHERE merged_into = :id")
                .param("id", survivor.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }

    public PersonId register(RegisterPerson command, DivisionCode area) {
        IdentityNumber identity = command.identity();
        if (!mayExist(identity)) {
            throw new Refused("people.register.synthetic", identity.masked());
        }
        PersonId id = PersonId.next();
        db.sql("""
            INSERT INTO people.person
                   (id, area, name, sex, birth_on, id_number, id_number_index, address, phone)
            VALUES (:id, :area, :name, :sex, :birth, :idNumber, :idNumberIndex, :address, :phone)
            """)
                .param("id", id.value())
                .param("area", area.value())
                .param("name", command.name())
                .param("sex", (identity.isMale() ? Sex.MALE : Sex.FEMALE).name())
                .param("birth", identity.birth())
                .param("idNumber", vault.seal(identity.value()))
                .param("idNumberIndex", vault.blindIndex("identity", identity.value()))
                .param("address", command.address())
                .param("phone", command.phone())
                .update();
        tokens.write(id, area, tokens.of(command.name(), command.address(), identity));
        return id;
    }

    /** Numbers that begin with 99 are nobody's; only a demo or a test knows such people. */
    public boolean mayExist(IdentityNumber identity) {
        return !identity.isSynthetic() || home.isPlayground();
    }

    public PageOf<Hit> search(String query, int page) {
        return tokens.search(query, page, PageOf.SIZE);
    }

    public List<Hit> export(String query) {
        return tokens.search(query, 1, TokenStore.MOST_HITS).rows();
    }

    public void clearDeath(PersonId person) {
        db.sql("""
            UPDATE people.person SET died_on = NULL, death_source = NULL, version = version + 1 WHERE id = :id
            """).param("id", person.value()).update();
    }

    public void setDeath(PersonId person, LocalDate on, String source) {
        db.sql("""
            UPDATE people.person SET died_on = :on, death_source = :source, version = version + 1 WHERE id = :id
            """)
                .param("on", on)
                .param("source", source)
                .param("id", person.value())
                .update();
    }

    public IdentityNumber identityNumber(Person person) {
        return db.sql("SELECT id_number FROM people.person WHERE id = :id")
                .param("id", person.id().value())
                .query((row, number) -> new IdentityNumber(vault.open(row.getBytes("id_number"))))
                .single();
    }

    /** Reads a row of {@link #COLUMNS}. */
    static Person person(ResultSet row, Vault vault) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_on", LocalDate.class),
                new IdentityNumber(vault.open(row.getBytes("id_number"))).masked(),
                new DivisionCode(row.getString("area")),
                row.getString("address"),
                Optional.ofNullable(row.getObject("died_on", LocalDate.class)));
    }
}
