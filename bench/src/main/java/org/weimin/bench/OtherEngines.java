package org.weimin.bench;

import com.gs.dmn.runtime.Context;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.weimin.engine.Fact;
import org.weimin.engine.FactSheet;
import org.weimin.engine.Pack;
import org.weimin.engine.Parameter;
import org.weimin.kernel.DivisionCode;

/** The same households by DMN engines from the same file, and by SQL over columns. */
final class OtherEngines {
    /** What a number of hand-written code says: fen a month, or the row of the refusals turned round. */
    record Reasons(List<String> codes) {
        String answer(long number) {
            return number >= 0
                    ? BigDecimal.valueOf(number, 2).toPlainString()
                    : codes.get(Math.toIntExact(-number) - 1);
        }
    }

    static final Reasons REASONS = new Reasons(List.of(
            "means-check-not-authorised",
            "no-counted-member",
            "income-at-or-above-standard",
            "financial-assets-over-limit",
            "dwellings-over-limit",
            "business-premises-over-limit",
            "cars-over-limit",
            "business-capital-over-limit"));
    private static final String REFUSALS = "refusals";
    private static final String GRANT = "monthlyGrant";
    private final Pack pack;
    private final DivisionCode place;
    private final LocalDate asOf;
    private final Lot lot;

    OtherEngines(Pack pack, DivisionCode place, LocalDate asOf, Lot lot) {
        this.pack = pack;
        this.place = place;
        this.asOf = asOf;
        this.lot = lot;
    }

    void measure(boolean quick) {
        sql(quick ? 10 : 40);
        var jdmn = new Jdmn(rules());
        jdmn("jDMN as Java", jdmn.translated(REFUSALS), jdmn.translated(GRANT), quick ? 2_000 : 4_000);
        jdmn("jDMN", jdmn.interpreted(REFUSALS), jdmn.interpreted(GRANT), quick ? 100 : 400);
        kie(quick ? 300 : 2_000);
    }

    private String rules() {
        return pack.editionOn(asOf).file("rules.dmn").orElseThrow();
    }

    private void jdmn(String what, Jdmn.Decision refusals, Jdmn.Decision grant, int households) {
        var facts = IntStream.range(0, households).mapToObj(this::facts).toList();
        Runnable all = () -> {
            for (int household = 0; household < households; household++) {
                Map<String, Object> known = facts.get(household);
                mustBe(
                        household,
                        refusals.of(known)
                                .map(List.class::cast)
                                .filter(reasons -> !reasons.isEmpty())
                                .map(reasons -> String.valueOf(reasons.getFirst()))
                                .orElseGet(() -> ((BigDecimal) grant.of(known).orElseThrow())
                                        .setScale(2)
                                        .toPlainString()));
            }
        };
        all.run();
        Screening.print(what, Screening.cpu(all), households);
    }

    /** Everything that the rules may ask for; jDMN wants a member to have every component of its type. */
    private Map<String, Object> facts(int household) {
        FactSheet sheet = lot.columns().sheet(household);
        Map<String, Object> facts = values(sheet.household());
        facts.put(
                "members",
                sheet.members().stream()
                        .map(member -> {
                            var context = new Context();
                            List.of("person", "name").forEach(name -> context.add(name, ""));
                            context.add("exemptIncome", BigDecimal.ZERO);
                            values(member).forEach(context::add);
                            return context;
                        })
                        .toList());
        facts.put("asOf", asOf);
        facts.putAll(parameters());
        return facts;
    }

    private Map<String, Object> parameters() {
        var values = new HashMap<String, Object>();
        for (Parameter parameter : pack.parameters()) {
            String value = pack.value(parameter.name(), place, asOf).value();
            values.put(parameter.name(), parameter.unit().equals("text") ? value : new BigDecimal(value));
        }
        return values;
    }

    private void kie(int households) {
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newByteArrayResource(rules().getBytes(StandardCharsets.UTF_8))))
                .getOrElseThrow(IllegalStateException::new);
        DMNModel model = runtime.getModels().getFirst();
        kie(runtime, model, 0, households);
        long nanos = Screening.cpu(() -> kie(runtime, model, households, 2 * households));
        Screening.print("KIE DMN", nanos, households);
    }

    private void kie(DMNRuntime runtime, DMNModel model, int from, int until) {
        for (int household = from; household < until; household++) {
            var results = runtime.evaluateAll(model, context(runtime, household));
            var refusals = (List<?>) results.getDecisionResultByName(REFUSALS).getResult();
            String answer = refusals.isEmpty()
                    ? ((BigDecimal) results.getDecisionResultByName(GRANT).getResult())
                            .setScale(2)
                            .toPlainString()
                    : String.valueOf(refusals.getFirst());
            mustBe(household, answer);
        }
    }

    private DMNContext context(DMNRuntime runtime, int household) {
        DMNContext context = runtime.newContext();
        FactSheet sheet = lot.columns().sheet(household);
        values(sheet.household()).forEach(context::set);
        context.set(
                "members", sheet.members().stream().map(OtherEngines::values).toList());
        context.set("asOf", asOf);
        parameters().forEach(context::set);
        return context;
    }

    private static Map<String, Object> values(List<Fact> facts) {
        var values = new HashMap<String, Object>();
        facts.forEach(fact -> values.put(fact.name(), fact.value()));
        return values;
    }

    private void mustBe(int household, String answer) {
        String hand = REASONS.answer(lot.byHand().judge(household));
        if (!answer.equals(hand)) {
            throw new IllegalStateException("household " + household + ": " + answer + ", by hand " + hand);
        }
    }

    private void sql(int repeats) {
        try (var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute(text("dibao-tables.sql"));
            fill(connection);
            String query = text("dibao.sql");
            compare(statement, query);
            long best = Long.MAX_VALUE;
            for (int i = 0; i < repeats; i++) {
                best = Math.min(best, Screening.cpu(() -> count(statement, query)));
            }
            Screening.print("DuckDB SQL", best, lot.byHand().households);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String text(String name) {
        try (var file = Objects.requireNonNull(OtherEngines.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static void count(Statement statement, String query) {
        try (var rows = statement.executeQuery("SELECT count(*), sum(answer) FROM (" + query + ")")) {
            rows.next();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void compare(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                mustBe(rows.getInt(1), REASONS.answer(rows.getLong(2)));
            }
        }
    }

    private void fill(DuckDBConnection connection) throws SQLException {
        DibaoByHand hand = lot.byHand();
        try (DuckDBAppender households = connection.createAppender("main", "household");
                DuckDBAppender members = connection.createAppender("main", "member")) {
            for (int h = 0; h < hand.households; h++) {
                households.beginRow();
                households.append(h);
                households.append(hand.consent[h]);
                households.append(hand.rural[h]);
                households.append(hand.assets[h]);
                households.append((int) hand.dwellings[h]);
                households.append(hand.area[h]);
                households.append((int) hand.premises[h]);
                households.append((int) hand.cars[h]);
                households.append(hand.capital[h]);
                households.endRow();
                for (int m = hand.firstMember[h]; m < hand.firstMember[h + 1]; m++) {
                    append(members, hand, h, m);
                }
            }
        }
    }

    private static void append(DuckDBAppender members, DibaoByHand hand, int household, int m) throws SQLException {
        members.beginRow();
        members.append(household);
        members.append(hand.birth[m]);
        members.append((int) hand.relation[m]);
        for (boolean[] truth : List.of(
                hand.together,
                hand.inPrison,
                hand.student,
                hand.unable,
                hand.mind,
                hand.ill,
                hand.hardship,
                hand.tekun)) {
            members.append(truth[m]);
        }
        members.append((int) hand.grade[m]);
        for (long[] fen : List.of(hand.wage, hand.business, hand.property, hand.transfer, hand.pension)) {
            members.append(fen[m]);
        }
        members.endRow();
    }
}
