package org.weimin.benefits.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.benefits.OneOff;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;

/** All SQL for benefits.one_off. */
@Repository
public class OneOffStore {
    private final JdbcClient db;

    OneOffStore(JdbcClient db) {
        this.db = db;
    }

    /** False where the case has given already. */
    public boolean add(OneOff granted) {
        return db.sql("""
            INSERT INTO benefits.one_off (id, matter, subject_kind, subject_id, payee_id, amount_fen, decided_by,
                                          granted_on, area)
            VALUES (:id, :matter, :kind, :subject, :payee, :amount, :case, :on, :area)
            ON CONFLICT (decided_by) DO NOTHING
            """)
                        .param("id", granted.id())
                        .param("matter", granted.matter().value())
                        .param("kind", granted.subject().kind())
                        .param("subject", granted.subject().id())
                        .param("payee", granted.payee().value())
                        .param("amount", granted.amount().fen())
                        .param("case", granted.decidedBy().value())
                        .param("on", granted.grantedOn())
                        .param("area", granted.area().value())
                        .update()
                == 1;
    }

    public List<OneOff> of(Subject subject) {
        return db.sql("SELECT * FROM benefits.one_off WHERE subject_id = :subject ORDER BY granted_on DESC, id DESC")
                .param("subject", subject.id())
                .query((row, number) -> new OneOff(
                        row.getObject("id", UUID.class),
                        new MatterId(row.getString("matter")),
                        Subject.of(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                        new PersonId(row.getObject("payee_id", UUID.class)),
                        new Money(row.getLong("amount_fen")),
                        new CaseFileId(row.getObject("decided_by", UUID.class)),
                        row.getObject("granted_on", LocalDate.class),
                        new DivisionCode(row.getString("area"))))
                .list();
    }
}
