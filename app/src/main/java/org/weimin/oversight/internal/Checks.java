package org.weimin.oversight.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.engine.Parameter;
import org.weimin.kernel.DivisionCode;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.Thresholds;
import org.weimin.policy.Policy;

/** 排查: asks every question of the list. */
@Repository
public class Checks {
    private static final String FILE = "oversight";
    private final JdbcClient db;
    private final Policy policy;

    Checks(JdbcClient db, Policy policy) {
        this.db = db;
        this.policy = policy;
    }

    /** What one question found; the key names the same thing on every run. */
    public record Found(
            Anomaly.Kind kind,
            String key,
            DivisionCode area,
            List<UUID> people,
            List<UUID> officials,
            String figures,
            String evidence) {
        /** The same rows give the same digest, in whatever order; amounts and counts may move. */
        String evidenceDigest() {
            return digest(Rows.evidence(evidence).stream()
                    .map(row -> row.is() + " " + row.id())
                    .sorted()
                    .collect(Collectors.joining("\n")));
        }
    }

    private List<Check> list() {
        return List.of(
                new SharedCard(),
                new PaidAfterDeath(),
                new OfficialRelative(),
                new KinDecided(),
                new CrowdedAddress(),
                new OutOfLine(),
                new OddHour(),
                new TooFast(),
                new ReceivedTwice(),
                Excluding.of(policy.packs()),
                new SameIncome(),
                new SamePhone());
    }

    /** Every county by its own thresholds; those that have the same are asked about together. */
    public List<Found> find(Function<DivisionCode, Thresholds> thresholds, LocalDate day) {
        Map<Thresholds, List<DivisionCode>> counties = counties().stream().collect(Collectors.groupingBy(thresholds));
        return counties.entrySet().stream()
                .flatMap(each -> list().stream()
                        .flatMap(check -> find(check, each.getKey(), day))
                        .filter(found -> each.getValue().contains(found.area().county())))
                .toList();
    }

    private Stream<Found> find(Check check, Thresholds thresholds, LocalDate day) {
        return db.sql(check.question()).params(check.parameters(thresholds, day)).query(mapped(check)).list().stream();
    }

    private static RowMapper<Found> mapped(Check check) {
        return (row, number) -> new Found(
                check.kind(),
                digest(row.getString("key")),
                new DivisionCode(row.getString("area")),
                ids(row, "people"),
                ids(row, "officials"),
                row.getString("figures"),
                row.getString("evidence"));
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((UUID[]) array.getArray());
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In force at the place on the day. */
    public Thresholds thresholds(DivisionCode place, LocalDate day) {
        return new Thresholds(policy.packs().parameters(FILE).values().stream()
                .collect(Collectors.toMap(
                        Parameter::name, parameter -> parameter.on(place, day).value())));
    }

    /** Those of which anybody is on record. */
    private List<DivisionCode> counties() {
        return db.sql("SELECT DISTINCT left(area, 6) AS county FROM people.v_home")
                .query((row, number) -> new DivisionCode(row.getString("county")))
                .list();
    }
}
