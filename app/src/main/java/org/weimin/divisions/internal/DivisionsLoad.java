package org.weimin.divisions.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.home.Bulk;
import org.weimin.home.Home;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;

/** Loads the published list of all divisions in one streamed pass, once, when the table is empty. */
@Component
public class DivisionsLoad implements SmartInitializingSingleton {
    /** The list is the state of that day; what was before it is not known. */
    static final String LISTED_ON = "2023-06-30";

    private static final Logger log = LoggerFactory.getLogger(DivisionsLoad.class);
    private final DivisionStore divisions;
    private final Bulk bulk;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final Predicate<String> wanted;

    /** A test home loads only the demo county and what lies above it, from the same file. */
    DivisionsLoad(
            DivisionStore divisions,
            Bulk bulk,
            BusinessClock clock,
            TransactionTemplate transaction,
            Home home,
            @Value("${weimin.divisions.only:310117}") String only) {
        this.divisions = divisions;
        this.bulk = bulk;
        this.clock = clock;
        this.transaction = transaction;
        this.wanted =
                home.kind() == Home.Kind.TEST ? code -> code.startsWith(only) || only.startsWith(code) : code -> true;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Acting.as(new Actor.SystemJob("divisions-load", "first start"), () -> {
            transaction.executeWithoutResult(status -> {
                if (divisions.isEmpty()) {
                    log.info("Loaded {} divisions", load("divisions.division"));
                }
            });
        });
    }

    /** Inside a transaction; the table is named so that a benchmark may load another one like it. */
    public long load(String table) {
        String valid = "[" + LISTED_ON + ",)";
        Instant knownFrom = clock.now();
        String known = "[" + knownFrom + ",)";
        return bulk.copy(table + " (code, name, listed, valid, known)", rows -> {
            try (BufferedReader lines = list()) {
                lines.readLine();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    int comma = line.indexOf(',');
                    String code = line.substring(0, comma);
                    if (wanted.test(code)) {
                        rows.row(code, line.substring(comma + 1), "t", valid, known);
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private static BufferedReader list() throws IOException {
        var file = Objects.requireNonNull(
                DivisionsLoad.class.getResourceAsStream("/divisions/divisions-2023.csv.gz"), "the list is in the jar");
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(file, 1 << 16), StandardCharsets.UTF_8));
    }
}
