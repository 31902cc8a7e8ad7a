package org.weimin.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Vault;

/** All SQL for credentials, invitations and attempts. An attempt counts as a failure until it has succeeded. */
@Repository
public class CredentialStore {
    private static final int FREE_ATTEMPTS = 5;
    private static final int FREE_ATTEMPTS_OF_AN_ADDRESS = 50;
    private final JdbcClient db;
    private final Vault vault;

    CredentialStore(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    public void insert(StaffId staff, String signInName) {
        try {
            db.sql("INSERT INTO access.credential (staff_id, sign_in_name) VALUES (:staff, :name)")
                    .param("staff", staff.value())
                    .param("name", signInName)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused("access.employ.taken", signInName);
        }
    }

    Optional<StaffId> owner(String signInName) {
        return db.sql("SELECT staff_id FROM access.credential WHERE sign_in_name = :name")
                .param("name", signInName)
                .query(UUID.class)
                .optional()
                .map(StaffId::new);
    }

    /** Counted before anything is compared, so parallel guesses cannot get more than five answers in 15 minutes. */
    Optional<Credential> beginAttempt(StaffId staff) {
        return db.sql("""
            UPDATE access.credential c
               SET failures = CASE WHEN c.locked_until IS NULL THEN c.failures + 1 ELSE 1 END,
                   locked_until = CASE WHEN c.locked_until IS NULL AND c.failures + 1 >= :free
                                       THEN now() + interval '15 minutes' END
              FROM access.staff t
             WHERE c.staff_id = :staff AND t.id = c.staff_id AND t.status = 'ACTIVE'
               AND (c.locked_until IS NULL OR c.locked_until <= now())
            RETURNING c.*, t.name, extract(epoch FROM now())::bigint AS now_second
            """)
                .param("staff", staff.value())
                .param("free", FREE_ATTEMPTS)
                .query(this::credential)
                .optional();
    }

    Optional<Credential> find(StaffId staff) {
        return db.sql("""
            SELECT c.*, t.name, extract(epoch FROM now())::bigint AS now_second
              FROM access.credential c JOIN access.staff t ON t.id = c.staff_id WHERE c.staff_id = :staff
            """).param("staff", staff.value()).query(this::credential).optional();
    }

    void attemptSucceeded(StaffId staff) {
        db.sql("UPDATE access.credential SET failures = 0, locked_until = NULL WHERE staff_id = :staff")
                .param("staff", staff.value())
                .update();
    }

    void signedIn(StaffId staff) {
        db.sql("UPDATE access.credential SET signed_in_at = now() WHERE staff_id = :staff")
                .param("staff", staff.value())
                .update();
    }

    /** False when this network address has failed too often of late. */
    boolean admits(String address) {
        int failures = db.sql("""
            INSERT INTO access.attempt AS a (source_index, failures) VALUES (:source, 1)
            ON CONFLICT (source_index) DO UPDATE
               SET failures = CASE WHEN a.started_at < now() - interval '15 minutes' THEN 1 ELSE a.failures + 1 END,
                   started_at = CASE WHEN a.started_at < now() - interval '15 minutes'
                                     THEN now() ELSE a.started_at END
            RETURNING failures
            """)
                .param("source", vault.blindIndex("sign-in-source", address))
                .query(Integer.class)
                .single();
        return failures <= FREE_ATTEMPTS_OF_AN_ADDRESS;
    }

    void forgive(String address) {
        db.sql("UPDATE access.attempt SET failures = greatest(failures - 1, 0) WHERE source_index = :source")
                .param("source", vault.blindIndex("sign-in-source", address))
                .update();
    }

    void sweep() {
        db.sql("DELETE FROM access.attempt WHERE started_at < now() - interval '15 minutes'")
                .update();
    }

    /** False when somebody was quicker with the same code. */
    boolean useStep(StaffId staff, long step) {
        return db.sql("UPDATE access.credential SET totp_last_step = :step WHERE staff_id = :staff AND"
                                + " totp_last_step < :step")
                        .param("staff", staff.value())
                        .param("step", step)
                        .update()
                == 1;
    }

    void setTotp(StaffId staff, String secret, long step) {
        db.sql("UPDATE access.credential SET totp_secret = :secret, totp_last_step = :step WHERE staff_id = :staff")
                .param("staff", staff.value())
                .param("secret", vault.seal(secret))
                .param("step", step)
                .update();
    }

    boolean nobodyHasAPassword() {
        return db.sql("SELECT NOT EXISTS (SELECT FROM access.credential WHERE password_hash IS NOT NULL)")
                .query(Boolean.class)
                .single();
    }

    void forgetTotp(StaffId staff) {
        db.sql("UPDATE access.credential SET totp_secret = NULL WHERE staff_id = :staff")
                .param("staff", staff.value())
                .update();
    }

    void setPassword(StaffId staff, String hash) {
        db.sql("""
            UPDATE access.credential
               SET password_hash = :hash, password_set_at = now(), failures = 0, locked_until = NULL
             WHERE staff_id = :staff
            """).param("staff", staff.value()).param("hash", hash).update();
        db.sql("INSERT INTO access.old_password (staff_id, password_hash) VALUES (:staff, :hash)")
                .param("staff", staff.value())
                .param("hash", hash)
                .update();
        db.sql("""
            DELETE FROM access.old_password WHERE staff_id = :staff AND password_hash NOT IN
                (SELECT password_hash FROM access.old_password WHERE staff_id = :staff
                  ORDER BY created_at DESC LIMIT :kept)
            """)
                .param("staff", staff.value())
                .param("kept", PasswordRules.REMEMBERED)
                .update();
    }

    List<String> oldPasswords(StaffId staff) {
        return db.sql("SELECT password_hash FROM access.old_password WHERE staff_id = :staff")
                .param("staff", staff.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** A later invitation voids the earlier ones. */
    public void invite(StaffId staff, String code) {
        db.sql("""
            INSERT INTO access.invitation (token_hash, staff_id, expires_at)
            VALUES (:hash, :staff, now() + interval '72 hours')
            """)
                .param("hash", SessionStore.hash(code))
                .param("staff", staff.value())
                .update();
    }

    Optional<StaffId> invited(String code) {
        return db.sql("""
            SELECT staff_id FROM access.invitation i
             WHERE token_hash = :hash AND used_at IS NULL AND expires_at > now()
               AND NOT EXISTS (SELECT FROM access.invitation later
                                WHERE later.staff_id = i.staff_id AND later.created_at > i.created_at)
            """)
                .param("hash", SessionStore.hash(code))
                .query(UUID.class)
                .optional()
                .map(StaffId::new);
    }

    /** False when the code was used meanwhile. */
    boolean useInvitation(String code) {
        return db.sql("UPDATE access.invitation SET used_at = now() WHERE token_hash = :hash AND used_at IS NULL")
                        .param("hash", SessionStore.hash(code))
                        .update()
                == 1;
    }

    private Credential credential(ResultSet row, int number) throws SQLException {
        return new Credential(
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getString("name"),
                row.getString("sign_in_name"),
                Optional.ofNullable(row.getString("password_hash")),
                SessionStore.instant(row, "password_set_at"),
                Optional.ofNullable(row.getBytes("totp_secret")).map(vault::open),
                row.getLong("totp_last_step"),
                Instant.ofEpochSecond(row.getLong("now_second")));
    }
}
