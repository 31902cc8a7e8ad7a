package org.weimin.oversight.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
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
    record Found(
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

    List<Found> find(Thresholds thresholds, LocalDate day) {
        return list().stream().flatMap(check -> find(check, thresholds, day)).toList();
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

    /** The thresholds in force at the place that everybody on record lives in. */
    public Thresholds thresholds(LocalDate day) {
        DivisionCode place = place();
        return new Thresholds(policy.packs().parameters(FILE).values().stream()
                .collect(Collectors.toMap(
                        Parameter::name, parameter -> parameter.on(place, day).value())));
    }

    private DivisionCode place() {
        List<DivisionCode> ends = db
                .sql("SELECT min(area) FROM people.v_home UNION ALL SELECT max(area) FROM people.v_home")
                .query(String.class)
                .list()
                .stream()
                .map(area -> area == null ? DivisionCode.COUNTRY : new DivisionCode(area))
                .toList();
        return Stream.iterate(ends.getFirst().county(), place -> place.parent().orElse(DivisionCode.COUNTRY))
                .limit(4)
                .filter(place -> ends.stream().allMatch(place::contains))
                .max(Comparator.comparingInt(place -> place.value().length()))
                .orElse(DivisionCode.COUNTRY);
    }
}
