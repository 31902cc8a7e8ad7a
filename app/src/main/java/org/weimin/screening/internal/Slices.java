package org.weimin.screening.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.DivisionCode;

/** 分批: cuts a place into neighbouring areas of some thousand households. */
@Repository
class Slices {
    private static final int ENOUGH_HOUSEHOLDS = 3_000;
    private final JdbcClient db;

    Slices(JdbcClient db) {
        this.db = db;
    }

    /** An area with how many households it looks after. */
    record Populated(DivisionCode area, int households) {}

    /** Every area of the place in which somebody lives, in order. */
    List<Populated> populated(DivisionCode place) {
        return db.sql("""
            SELECT area, count(*) AS households FROM people.v_home
             WHERE area >= :from AND area < :until GROUP BY area ORDER BY area
            """)
                .param("from", place.value())
                .param("until", place.areaUntil())
                .query((row, number) ->
                        new Populated(new DivisionCode(row.getString("area")), row.getInt("households")))
                .list();
    }

    static List<Slice> of(List<Populated> areas) {
        var slices = new ArrayList<Slice>();
        int from = 0;
        int households = 0;
        for (int at = 0; at < areas.size(); at++) {
            households += areas.get(at).households();
            if (households >= ENOUGH_HOUSEHOLDS || at == areas.size() - 1) {
                slices.add(new Slice(areas.get(from).area(), areas.get(at).area(), households));
                from = at + 1;
                households = 0;
            }
        }
        return slices;
    }
}
