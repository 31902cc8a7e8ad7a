package org.weimin.oversight.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Money;
import org.weimin.oversight.Standing;

/** Reads where the last sweep of all matters placed the households. */
@Repository
public class StandingStore {
    private final JdbcClient db;

    StandingStore(JdbcClient db) {
        this.db = db;
    }

    /** The newest sweep of all matters that holds the whole place. */
    public record Whole(UUID sweep, LocalDate asOf) {}

    public Optional<Whole> latest(DivisionCode place) {
        return db.sql("""
            SELECT sweep_id, as_of FROM screening.v_whole_sweep WHERE starts_with(:place, place)
             ORDER BY finished_at DESC LIMIT 1
            """)
                .param("place", place.value())
                .query((row, number) ->
                        new Whole(row.getObject("sweep_id", UUID.class), row.getObject("as_of", LocalDate.class)))
                .optional();
    }

    public List<Standing> list(Whole sweep, DivisionCode place) {
        return db.sql("""
            SELECT household_id, area, persons, line_fen, income_fen, given_fen, received_fen, brink_fen, brink_matter
              FROM screening.v_standing WHERE sweep_id = :sweep AND area >= :from AND area < :until
            """)
                .param("sweep", sweep.sweep())
                .param("from", place.value())
                .param("until", place.areaUntil())
                .query((row, number) -> new Standing(
                        new HouseholdId(row.getObject("household_id", UUID.class)),
                        new DivisionCode(row.getString("area")),
                        row.getInt("persons"),
                        new Money(row.getLong("line_fen")),
                        new Money(row.getLong("income_fen")),
                        new Money(row.getLong("given_fen")),
                        new Money(row.getLong("received_fen")),
                        new Money(row.getLong("brink_fen")),
                        row.getString("brink_matter")))
                .list();
    }

    /** Whose households they are. */
    public Map<HouseholdId, String> heads(Collection<HouseholdId> households) {
        return db
                .sql("SELECT household_id, head_name FROM people.v_household WHERE household_id = ANY (:ids::uuid[])")
                .param(
                        "ids",
                        AnomalyStore.array(
                                households.stream().map(HouseholdId::value).toList()))
                .query((row, number) -> Map.entry(
                        new HouseholdId(row.getObject("household_id", UUID.class)), row.getString("head_name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
