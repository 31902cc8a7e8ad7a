package org.weimin.offices.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.StaffId;
import org.weimin.offices.Proposal;
import org.weimin.offices.Proposal.Move;

/** All SQL for offices.proposal and its moves. */
@Repository
public class ProposalStore {
    private static final String COLUMNS =
            "SELECT id, kind, area, title, spread, made_on, made_by, confirmed_on FROM offices.proposal ";
    private final JdbcClient db;

    ProposalStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(Proposal proposal) {
        db.sql("""
            INSERT INTO offices.proposal (id, kind, area, title, spread, made_on, made_by)
            VALUES (:id, :kind, :area, :title, :spread, :madeOn, :madeBy)
            """)
                .param("id", proposal.id())
                .param("kind", proposal.kind().name())
                .param("area", proposal.place().value())
                .param("title", proposal.title())
                .param("spread", proposal.spread())
                .param("madeOn", proposal.madeOn())
                .param("madeBy", proposal.madeBy().value())
                .update();
        for (Move move : proposal.moves()) {
            var insert = db.sql("""
                INSERT INTO offices.move (proposal_id, area, member_id, posts)
                VALUES (:proposal, :area, CAST(:member AS uuid), CAST(:posts AS int))
                """)
                    .param("proposal", proposal.id())
                    .param("area", move.area().value());
            switch (move) {
                case Move.VillageTo village ->
                    insert.param("member", village.member()).param("posts", null);
                case Move.PostsOf office -> insert.param("member", null).param("posts", office.posts());
            }
            insert.update();
        }
    }

    /** False where somebody was quicker. */
    public boolean confirm(UUID id, StaffId by, LocalDate on) {
        return db.sql("""
            UPDATE offices.proposal SET confirmed_on = :on, confirmed_by = :by, version = version + 1
             WHERE id = :id AND confirmed_on IS NULL
            """)
                        .param("on", on)
                        .param("by", by.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    public Optional<Proposal> find(UUID id) {
        return db.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(this::proposal)
                .optional();
    }

    /** The newest first. */
    public List<Proposal> list() {
        return db.sql(COLUMNS + "ORDER BY id DESC LIMIT 50")
                .query(this::proposal)
                .list();
    }

    public long countOpen() {
        return db.sql("SELECT count(*) FROM offices.proposal WHERE confirmed_on IS NULL")
                .query(Long.class)
                .single();
    }

    private Proposal proposal(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Proposal(
                id,
                Proposal.Kind.valueOf(row.getString("kind")),
                new DivisionCode(row.getString("area")),
                row.getString("title"),
                row.getString("spread"),
                row.getObject("made_on", LocalDate.class),
                new StaffId(row.getObject("made_by", UUID.class)),
                Optional.ofNullable(row.getObject("confirmed_on", LocalDate.class)),
                moves(id));
    }

    private List<Move> moves(UUID proposal) {
        return db.sql("SELECT area, member_id, posts FROM offices.move WHERE proposal_id = :id ORDER BY area")
                .param("id", proposal)
                .query((row, n) -> {
                    var area = new DivisionCode(row.getString("area"));
                    UUID member = row.getObject("member_id", UUID.class);
                    return member == null
                            ? (Move) new Move.PostsOf(area, row.getInt("posts"))
                            : new Move.VillageTo(area, member);
                })
                .list();
    }
}
