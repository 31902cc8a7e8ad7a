package org.weimin.benefits.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.benefits.Recheck;
import org.weimin.engine.Pack;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Subject;
import org.weimin.policy.Policy;

/** All SQL of benefits.review and benefits.draw: how often aid is looked at, when next, and what the lot decides. */
@Repository
public class ReviewStore {
    /** 核查规则: what a county's parameters say about one matter. */
    public record Line(MatterId matter, DivisionCode county) {}

    private static final String LIVE = """
         upper_inf(e.known) AND upper_inf(e.valid) AND e.matter = :matter AND e.area >= :county AND e.area < :until
        """;
    private final JdbcClient db;
    private final Policy policy;

    ReviewStore(JdbcClient db, Policy policy) {
        this.db = db;
        this.policy = policy;
    }

    /** Every matter that somebody in a county receives, and that says how often it is looked at. */
    public List<Line> lines() {
        Set<MatterId> reviewed = policy.packs().list().stream()
                .filter(pack -> pack.findParameter("reviewClass").isPresent())
                .map(Pack::id)
                .collect(Collectors.toSet());
        return db
                .sql("""
                    SELECT DISTINCT matter, left(area, 6) AS county FROM benefits.entitlement
                     WHERE upper_inf(known) AND upper_inf(valid) ORDER BY matter, county
                    """)
                .query((row, n) ->
                        new Line(new MatterId(row.getString("matter")), new DivisionCode(row.getString("county"))))
                .list()
                .stream()
                .filter(line -> reviewed.contains(line.matter()))
                .toList();
    }

    /** Aid that is in no class yet gets the usual one; its months are counted from its first one. */
    public void begin(Line line, LocalDate day) {
        String usual = value(line, "reviewClass", day);
        live(line, """
            INSERT INTO benefits.review (id, subject_kind, subject_id, matter, class, checked_on, due_on, area)
            SELECT uuidv7(), e.subject_kind, e.subject_id, e.matter, :class, lower(e.valid),
                   (lower(e.valid) + make_interval(months =>
                       ((extract(year FROM age(:day, lower(e.valid))) * 12
                         + extract(month FROM age(:day, lower(e.valid))))::int / :months + 1) * :months))::date, e.area
              FROM benefits.entitlement e WHERE\
            """ + LIVE + " ON CONFLICT (subject_id, matter) DO NOTHING")
                .param("class", usual)
                .param("day", day)
                .param("months", Integer.parseInt(value(line, "reviewMonths" + usual, day)))
                .update();
    }

    /** What falls due within the days of notice is on the list, once. */
    public void plan(Line line, LocalDate day) {
        LocalDate through = day.plusDays(Integer.parseInt(value(line, "reviewNoticeDays", day)));
        live(line, """
            INSERT INTO benefits.recheck (id, entitlement_id, reason, on_day, area)
            SELECT uuidv7(), e.entitlement_id, 'DUE', w.due_on, e.area
              FROM benefits.review w
              JOIN benefits.entitlement e ON e.subject_id = w.subject_id AND e.matter = w.matter
             WHERE w.due_on <= :through AND\
            """ + LIVE + " ON CONFLICT DO NOTHING")
                .param("through", through)
                .update();
    }

    /** 随机抽查: the lot falls once, by a seed that nobody knows before and everybody can count again afterwards. */
    public void draw(Line line, LocalDate day, String seed) {
        long population = live(line, "SELECT count(*) FROM benefits.entitlement e WHERE" + LIVE)
                .query(Long.class)
                .single();
        long wanted = new BigDecimal(value(line, "reinspectPercent", day))
                .multiply(BigDecimal.valueOf(population))
                .movePointLeft(2)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        boolean first = db.sql("""
            INSERT INTO benefits.draw (id, matter, county, drawn_on, seed, population, drawn)
            VALUES (:id, :matter, :county, :day, :seed, :population, :wanted) ON CONFLICT DO NOTHING
            """)
                        .param("id", Ids.next())
                        .param("matter", line.matter().value())
                        .param("county", line.county().value())
                        .param("day", day)
                        .param("seed", seed)
                        .param("population", population)
                        .param("wanted", wanted)
                        .update()
                == 1;
        if (first) {
            live(line, """
                INSERT INTO benefits.recheck (id, entitlement_id, reason, on_day, area)
                SELECT uuidv7(), e.entitlement_id, 'DRAWN', :day, e.area
                  FROM benefits.entitlement e WHERE\
                """ + LIVE + """
                 ORDER BY md5(:seed || e.entitlement_id), e.entitlement_id LIMIT :wanted ON CONFLICT DO NOTHING
                """)
                    .param("day", day)
                    .param("seed", seed)
                    .param("wanted", wanted)
                    .update();
        }
    }

    /** It was looked at on the day: the months of its class begin again. */
    void checked(Subject subject, MatterId matter, LocalDate day) {
        record Known(String reviewClass, DivisionCode area) {}
        Optional<Known> known = db.sql(
                        "SELECT class, area FROM benefits.review WHERE subject_id = :subject AND matter = :matter")
                .param("subject", subject.id())
                .param("matter", matter.value())
                .query((row, n) -> new Known(row.getString("class"), new DivisionCode(row.getString("area"))))
                .optional();
        known.ifPresent(review -> db.sql("""
            UPDATE benefits.review SET checked_on = :day, due_on = :due, version = version + 1
             WHERE subject_id = :subject AND matter = :matter
            """)
                .param("day", day)
                .param("due", day.plusMonths(months(matter, review.area(), review.reviewClass(), day)))
                .param("subject", subject.id())
                .param("matter", matter.value())
                .update());
    }

    /** The months of the class are counted from when it was looked at last. */
    public void classify(Recheck.Aid aid, String reviewClass, LocalDate day) {
        int months = months(aid.matter(), aid.area(), reviewClass, day);
        db.sql("""
            UPDATE benefits.review
               SET class = :class, due_on = (checked_on + make_interval(months => :months))::date,
                   version = version + 1
             WHERE subject_id = :subject AND matter = :matter
            """)
                .param("class", reviewClass)
                .param("months", months)
                .param("subject", aid.subject().id())
                .param("matter", aid.matter().value())
                .update();
    }

    private int months(MatterId matter, DivisionCode area, String reviewClass, LocalDate day) {
        return Integer.parseInt(
                policy.value(matter, "reviewMonths" + reviewClass, area, day).value());
    }

    private String value(Line line, String parameter, LocalDate day) {
        return policy.value(line.matter(), parameter, line.county(), day).value();
    }

    private JdbcClient.StatementSpec live(Line line, String sql) {
        return db.sql(sql)
                .param("matter", line.matter().value())
                .param("county", line.county().value())
                .param("until", line.county().areaUntil());
    }
}
