package org.weimin.screening.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.home.Bulk;
import org.weimin.screening.Finding;
import org.weimin.screening.SweepId;

/** Writes what came out of a slice, in bulk. */
@Repository
class FindingWriter {
    private static final String FINDING = "screening.finding (sweep_id, matter, kind, area, subject_id, subject_kind, "
            + "household_id, reason, amount_fen, received_fen, facts_used, facts_checked, oldest_on)";
    private static final String TALLY =
            "screening.tally (sweep_id, area, matter, kind, reason, subjects, amount_fen, received_fen)";
    private static final String STANDING = "screening.standing (sweep_id, household_id, area, persons, line_fen,"
            + " income_fen, given_fen, received_fen, brink_fen, brink_matter)";
    private final JdbcClient db;
    private final Bulk bulk;

    FindingWriter(JdbcClient db, Bulk bulk) {
        this.db = db;
        this.bulk = bulk;
    }

    void write(SweepId sweep, List<Finding> findings, Map<Judging.Place, Tally> tallies) {
        bulk.insert(FINDING, rows -> findings.forEach(finding -> write(rows, sweep, finding)));
        bulk.insert(
                TALLY,
                rows -> tallies.forEach((place, tally) -> tally.forEach((kind, reason, count) -> rows.row(
                        sweep,
                        place.area(),
                        place.matter(),
                        kind,
                        reason,
                        count.subjects,
                        count.amountFen,
                        count.receivedFen))));
    }

    void write(SweepId sweep, List<Standings.Standing> standings) {
        if (standings.isEmpty()) {
            return;
        }
        bulk.insert(
                STANDING,
                rows -> standings.forEach(each -> rows.row(
                        sweep,
                        each.household(),
                        each.area(),
                        each.persons(),
                        each.lineFen(),
                        each.incomeFen(),
                        each.givenFen(),
                        each.receivedFen(),
                        each.brinkFen(),
                        each.brinkMatter())));
    }

    private static void write(Bulk.Rows rows, SweepId sweep, Finding finding) {
        @Nullable LocalDate oldest = finding.vouching().oldestOn().orElse(null);
        rows.row(
                sweep,
                finding.matter(),
                finding.kind(),
                finding.area(),
                finding.subject().id(),
                finding.subject().kind(),
                finding.household(),
                finding.reason(),
                finding.amount().fen(),
                finding.received().fen(),
                finding.vouching().facts(),
                finding.vouching().checked(),
                oldest);
    }

    /** What a run that broke off left behind. */
    void forget(SweepId sweep) {
        for (String table : List.of("finding", "tally", "standing")) {
            db.sql("DELETE FROM screening." + table + " WHERE sweep_id = :sweep")
                    .param("sweep", sweep.value())
                    .update();
        }
    }

    /** Lists are kept of the last sweeps of the place only; what was counted is kept for ever. */
    void forgetBefore(SweepId sweep, int kept) {
        for (String table : List.of("finding", "standing")) {
            db.sql("DELETE FROM screening." + table + """
                 WHERE sweep_id IN (SELECT older.id FROM screening.sweep older, screening.sweep this
                                     WHERE this.id = :sweep AND older.place = this.place AND older.id <> this.id
                                       AND older.status IN ('DONE', 'FAILED')
                                     ORDER BY older.created_at DESC OFFSET :kept)
                """)
                    .param("sweep", sweep.value())
                    .param("kept", kept)
                    .update();
        }
    }
}
