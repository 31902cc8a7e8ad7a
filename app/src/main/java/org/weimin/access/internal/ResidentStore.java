package org.weimin.access.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.Ids;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Vault;

/** All SQL for access.resident, access.activation and access.resident_session; time is the database's. */
@Repository
class ResidentStore {
    private static final int FREE_ATTEMPTS = 5;
    private final JdbcClient db;
    private final Vault vault;

    ResidentStore(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /** A code from the window also opens what wrong attempts had locked: its owner has been seen. */
    void know(PersonId person, IdentityNumber identity) {
        db.sql("""
            INSERT INTO access.resident (person_id, identity_index) VALUES (:person, :index)
            ON CONFLICT (person_id) DO UPDATE SET identity_index = excluded.identity_index, failures = 0,
                                                  locked_until = NULL
            """)
                .param("person", person.value())
                .param("index", index(identity.value()))
                .update();
    }

    void invite(PersonId person, String code) {
        db.sql("UPDATE access.activation SET expires_at = now() WHERE person_id = :person AND used_at IS NULL")
                .param("person", person.value())
                .update();
        db.sql("""
            INSERT INTO access.activation (token_hash, person_id, expires_at)
            VALUES (:hash, :person, now() + interval '72 hours')
            """)
                .param("hash", SessionStore.hash(code))
                .param("person", person.value())
                .update();
    }

    /** False when the code is another one's, over, or used meanwhile. */
    boolean useCode(PersonId person, String code) {
        return db.sql("""
            UPDATE access.activation SET used_at = now()
             WHERE token_hash = :hash AND person_id = :person AND used_at IS NULL AND expires_at > now()
            """)
                        .param("hash", SessionStore.hash(code))
                        .param("person", person.value())
                        .update()
                == 1;
    }

    /**
     * Counted before anything is compared, so parallel guesses get no more answers than single ones. Every fifth
     * failure in a row locks, each time four times as long: fifteen minutes, an hour, four hours.
     */
    Optional<ResidentDesk.Attempt> beginAttempt(String identity) {
        return db.sql("""
            UPDATE access.resident
               SET failures = failures + 1,
                   locked_until = CASE WHEN (failures + 1) % :free = 0
                       THEN now() + interval '15 minutes' * power(4, least((failures + 1) / :free, 6) - 1) END
             WHERE identity_index = :index AND (locked_until IS NULL OR locked_until <= now())
            RETURNING person_id, pin_hash, locked_until IS NOT NULL AS locks
            """)
                .param("free", FREE_ATTEMPTS)
                .param("index", index(identity))
                .query((row, number) -> new ResidentDesk.Attempt(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Optional.ofNullable(row.getString("pin_hash")),
                        row.getBoolean("locks")))
                .optional();
    }

    void setPin(PersonId person, String hash) {
        db.sql("UPDATE access.resident SET pin_hash = :hash WHERE person_id = :person")
                .param("person", person.value())
                .param("hash", hash)
                .update();
    }

    void signedIn(PersonId person) {
        db.sql("""
            UPDATE access.resident SET failures = 0, locked_until = NULL, signed_in_at = now()
             WHERE person_id = :person
            """).param("person", person.value()).update();
    }

    /** Returns the cookie's value, which is kept nowhere else. */
    String open(PersonId person) {
        String token = Ids.secret() + Ids.secret();
        db.sql("INSERT INTO access.resident_session (token_hash, person_id) VALUES (:hash, :person)")
                .param("hash", SessionStore.hash(token))
                .param("person", person.value())
                .update();
        return token;
    }

    /** Phones are lent and lost: fifteen minutes of rest or two hours in all, and the session is gone. */
    Optional<PersonId> session(String token) {
        return db.sql("""
            SELECT person_id FROM access.resident_session
             WHERE token_hash = :hash AND last_seen_at > now() - interval '15 minutes'
               AND created_at > now() - interval '2 hours'
            """)
                .param("hash", SessionStore.hash(token))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional();
    }

    void seen(String token) {
        db.sql("""
            UPDATE access.resident_session SET last_seen_at = now()
             WHERE token_hash = :hash AND last_seen_at < now() - interval '1 minute'
            """).param("hash", SessionStore.hash(token)).update();
    }

    void end(String token) {
        db.sql("DELETE FROM access.resident_session WHERE token_hash = :hash")
                .param("hash", SessionStore.hash(token))
                .update();
    }

    void endAll(PersonId person) {
        db.sql("DELETE FROM access.resident_session WHERE person_id = :person")
                .param("person", person.value())
                .update();
    }

    void sweep() {
        db.sql("""
            DELETE FROM access.resident_session
             WHERE last_seen_at < now() - interval '15 minutes' OR created_at < now() - interval '2 hours'
            """).update();
    }

    private byte[] index(String identity) {
        return vault.blindIndex("identity", identity);
    }
}
