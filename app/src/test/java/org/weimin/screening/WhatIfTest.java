package org.weimin.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.demo.internal.SmallCounty;
import org.weimin.eligibility.Eligibility;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Grant;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.home.Command;
import org.weimin.home.CommandLine;
import org.weimin.home.WrongUsage;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.DraftId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Period;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.People;
import org.weimin.policy.Draft;
import org.weimin.policy.Drafts;
import org.weimin.policy.NewValue;
import org.weimin.policy.Policy;
import org.weimin.screening.internal.ScenarioRun;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;
import tools.jackson.databind.json.JsonMapper;

/** What another law would cost: base and supposed figures agree with the rules, and nothing is changed by asking. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfTest {
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static final MatterId DIBAO = new MatterId("dibao");
    private static final LocalDate DAY = TestClock.FIRST_DAY;
    private static final LocalDate NEXT_MONTH = DAY.plusMonths(1).withDayOfMonth(1);

    @Autowired
    ApplicationContext application;

    @Autowired
    WhatIf whatIf;

    @Autowired
    ScenarioRun run;

    @Autowired
    Eligibility eligibility;

    @Autowired
    Drafts drafts;

    @Autowired
    Policy policy;

    @Autowired
    People people;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private List<HouseholdId> households = List.of();

    @BeforeAll
    void a_small_county() {
        SmallCounty.fill(application, 400);
        households = As.system(() -> transaction.execute(status -> db.sql("SELECT household_id FROM people.v_home")
                .query((row, number) -> new HouseholdId(row.getObject(1, UUID.class)))
                .list()));
        households.forEach(this::everybodySigns);
        households.stream()
                .filter(household -> household.value().hashCode() % 2 == 0)
                .forEach(household -> As.system(() -> facts.record(new RecordFact(
                        new Subject.OfHousehold(household),
                        "residenceKind",
                        "RURAL",
                        Period.since(DAY.minusYears(1)),
                        "DECLARED",
                        "户口簿"))));
    }

    private void everybodySigns(HouseholdId id) {
        As.system(() -> people.household(id, DAY).members().stream()
                .map(Household.Member::person)
                .filter(person -> person.ageOn(DAY) >= 18)
                .forEach(person -> facts.consent(id, person.id(), DAY, "授权书")));
    }

    @Test
    void the_law_in_force_gives_in_the_figures_what_the_window_gives() {
        Map<HouseholdId, Money> gives = new HashMap<>();
        for (HouseholdId household : households) {
            Outcome outcome =
                    As.system(() -> eligibility.determine(DIBAO, household, DAY).outcome());
            if (outcome instanceof Outcome.Entitled(var grants)) {
                gives.put(household, monthly(grants));
            }
        }
        Scenario scenario =
                reckoned(new Supposition(DIBAO, DAY, COUNTY, Map.of("standard", "1695"), Optional.empty(), Map.of()));
        Impact impact = impact(scenario).of(DIBAO);
        assertThat(gives).isNotEmpty();
        assertThat(scenario.reach().households()).isEqualTo(households.size());
        assertThat(impact.all().before()).isEqualTo(Money.sum(gives.values().stream()));
        assertThat(impact.all().subjects()
                        - impact.of(Effect.Kind.NEWLY).subjects()
                        - impact.of(Effect.Kind.UNCLEAR).subjects())
                .isEqualTo(gives.size());
    }

    @Test
    void a_higher_standard_takes_from_nobody() {
        Impact impact = impact(reckoned(Map.of("standard", "1800"))).of(DIBAO);
        assertThat(impact.of(Effect.Kind.MORE).subjects()).isPositive();
        assertThat(impact.of(Effect.Kind.LESS).subjects()).isZero();
        assertThat(impact.of(Effect.Kind.NO_LONGER).subjects()).isZero();
        assertThat(impact.all().difference().isPositive()).isTrue();
    }

    @Test
    void a_lower_standard_mirrors_a_higher_one() {
        Impact impact = impact(reckoned(Map.of("standard", "900"))).of(DIBAO);
        assertThat(impact.of(Effect.Kind.LESS).subjects()
                        + impact.of(Effect.Kind.NO_LONGER).subjects())
                .isPositive();
        assertThat(impact.of(Effect.Kind.NEWLY).subjects()).isZero();
        assertThat(impact.all().difference().isNegative()).isTrue();
    }

    @Test
    void the_list_adds_up_to_the_figures() {
        Scenario scenario = reckoned(Map.of("standard", "1800"));
        Impact impact = impact(scenario);
        var listed = As.system(() -> whatIf.affected(EffectFilter.all(scenario.id())));
        assertThat(Money.sum(listed.stream().map(each -> each.effect().difference())))
                .isEqualTo(impact.all().difference());
        assertThat(listed)
                .hasSize((int) impact.of(line -> line.kind().isListed()).subjects())
                .allSatisfy(each -> assertThat(each.name()).isNotBlank());
        var bands = As.system(() -> whatIf.bands(scenario));
        assertThat(bands.stream().mapToLong(Band::gaining).sum())
                .isEqualTo(impact.of(DIBAO).of(Effect.Kind.MORE).subjects());
    }

    @Test
    void a_value_for_one_street_concerns_that_street_alone() {
        var street = impact(reckoned(Map.of("standard", "1800")))
                .where(line -> line.kind() == Effect.Kind.MORE)
                .lines()
                .getFirst()
                .area();
        var supposed = new Supposition(
                DIBAO, DAY.plusMonths(1), street, Map.of("standard", "1800"), Optional.empty(), Map.of());
        Impact impact = impact(reckoned(supposed));
        assertThat(impact.of(Effect.Kind.MORE).subjects()).isPositive();
        assertThat(impact.where(line -> line.kind().isListed()).lines())
                .allSatisfy(line -> assertThat(line.area()).isEqualTo(street));
    }

    @Test
    void merged_towns_are_counted_as_one() {
        var gone = new DivisionCode("310117001");
        var stays = new DivisionCode("310117003");
        var supposed = new Supposition(
                DIBAO, DAY.plusMonths(1), COUNTY, Map.of("standard", "1800"), Optional.empty(), Map.of(gone, stays));
        Scenario scenario = reckoned(supposed);
        Impact impact = impact(scenario);
        var merged = impact.by(scenario.supposition()::townOf);
        assertThat(merged).doesNotContainKey(gone).containsKey(stays);
        assertThat(merged.values().stream()
                        .mapToLong(part -> part.all().subjects())
                        .sum())
                .isEqualTo(impact.all().subjects());
    }

    @Test
    void a_merged_town_lives_by_the_standards_of_the_one_that_stays() {
        var gone = impact(reckoned(Map.of("standard", "1800")))
                .where(line -> line.kind() == Effect.Kind.MORE)
                .lines()
                .getFirst()
                .area()
                .town();
        var stays = new DivisionCode(gone.value().equals("310117003") ? "310117001" : "310117003");
        var alone = new Supposition(DIBAO, NEXT_MONTH, stays, Map.of("standard", "1800"), Optional.empty(), Map.of());
        var merged = new Supposition(
                DIBAO, NEXT_MONTH, stays, Map.of("standard", "1800"), Optional.empty(), Map.of(gone, stays));
        assertThat(impact(reckoned(alone)).by(DivisionCode::town).get(gone))
                .satisfies(town -> assertThat(town.all().difference()).isEqualTo(Money.ZERO));
        assertThat(impact(reckoned(merged)).by(DivisionCode::town).get(gone))
                .satisfies(
                        town -> assertThat(town.all().difference().isPositive()).isTrue());
    }

    @Test
    void one_standard_for_town_and_country_gives_the_countryside_what_the_town_gets() {
        var apart = Map.of("standard", "1800", "standardRural", "900", "standardMinorRural", "900");
        Impact before = impact(reckoned(apart)).of(DIBAO);
        var asked = new Supposition(DIBAO, NEXT_MONTH, COUNTY, Map.of("standard", "1800"), Optional.empty(), Map.of());
        Supposition unified = As.system(() -> whatIf.unified(asked));
        assertThat(unified.values())
                .containsEntry("standardRural", "1800")
                .containsEntry("standardMinorRural", unified.values().getOrDefault("standardMinor", "2075.00"));
        Impact after = impact(reckoned(unified)).of(DIBAO);
        assertThat(before.of(Effect.Kind.LESS).subjects()
                        + before.of(Effect.Kind.NO_LONGER).subjects())
                .as("somebody lives in the countryside")
                .isPositive();
        assertThat(after.of(Effect.Kind.LESS).subjects()).isZero();
        assertThat(after.of(Effect.Kind.NO_LONGER).subjects()).isZero();
        var standing = new Supposition(DIBAO, NEXT_MONTH, COUNTY, Map.of(), Optional.empty(), Map.of());
        assertThatThrownBy(() -> reckoned(As.system(() -> whatIf.unified(standing))))
                .as("the county has one standard already")
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("screening.whatif.nothing"));
    }

    @Test
    void a_draft_is_reckoned_as_if_its_values_were_supposed() {
        var officer = As.staff("COUNTY_OFFICER", "310117", "policy.draft");
        DraftId draft = Acting.as(officer, () -> {
            var begun = drafts.begin(DIBAO, NEXT_MONTH, new Draft.Purpose("低保标准调整", "沪民救发〔2026〕9号"));
            drafts.addValue(begun, new NewValue("standard", COUNTY, NEXT_MONTH, "1800.00", "沪民救发〔2026〕9号", DAY));
            return begun;
        });
        var byDraft = new Supposition(DIBAO, NEXT_MONTH, COUNTY, Map.of(), Optional.of(draft), Map.of());
        assertThat(impact(reckoned(byDraft)).lines())
                .isEqualTo(impact(reckoned(Map.of("standard", "1800"))).lines());
        assertThat(policy.value(DIBAO, "standard", COUNTY, NEXT_MONTH).value()).isEqualTo("1595.00");
    }

    @Test
    void the_command_line_gives_the_figures_of_the_page() {
        String json = command("--matter", "dibao", "--set", "standard=1800", "--from", "2026-09-01", "--json");
        var said = JsonMapper.shared().readTree(json);
        Impact impact = impact(reckoned(Map.of("standard", "1800"))).of(DIBAO);
        assertThat(said.get("from").asString()).isEqualTo(NEXT_MONTH.toString());
        assertThat(said.get("households").asInt()).isEqualTo(households.size());
        var dibao = said.get("matters")
                .valueStream()
                .filter(matter -> matter.get("matter").asString().equals("dibao"))
                .findFirst()
                .orElseThrow();
        assertThat(dibao.get("beforeMonthly").asString())
                .isEqualTo(impact.all().before().plain());
        assertThat(dibao.get("afterMonthly").asString())
                .isEqualTo(impact.all().after().plain());
        assertThat(dibao.get("MORE").asLong())
                .isEqualTo(impact.of(Effect.Kind.MORE).subjects());
        assertThat(command("--matter", "dibao", "--set", "standard=1800", "--from", "2026-09-01"))
                .contains("dibao", impact.all().after().grouped());
        assertThatThrownBy(() -> command("--matter", "dibao", "--from", "2026-09-01"))
                .isInstanceOf(WrongUsage.class);
        assertThatThrownBy(() -> command("--matter", "dibao", "--set", "standard=1800", "--from", "soon"))
                .isInstanceOf(WrongUsage.class);
        assertThatThrownBy(() -> command("--matter", "dibao", "--set", "nonsense=1", "--from", "2026-09-01"))
                .isInstanceOf(Refused.class);
    }

    private String command(String... words) {
        var printed = new ByteArrayOutputStream();
        Command whatif = application.getBeansOfType(Command.class).values().stream()
                .filter(command -> command.name().equals("whatif"))
                .findFirst()
                .orElseThrow();
        int code = As.system(
                () -> whatif.work().run(List.of(words), new PrintStream(printed, true, StandardCharsets.UTF_8)));
        assertThat(code).isEqualTo(CommandLine.DONE);
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_year_counts_the_months_from_the_change_on() {
        Scenario scenario = reckoned(Map.of("standard", "1800"));
        Impact impact = impact(scenario);
        Outlook outlook = As.system(() -> whatIf.outlooks(scenario, impact)).getFirst();
        Money monthly = impact.of(DIBAO).of(Impact.Line::receiving).difference();
        assertThat(outlook.matter()).isEqualTo(DIBAO);
        assertThat(outlook.change()).isEqualTo(monthly.times(4));
        assertThat(outlook.months().getLast().month().getMonthValue()).isEqualTo(12);
    }

    @Test
    void asking_changes_nothing_that_anybody_receives() {
        var before = received();
        reckoned(Map.of("standard", "2000"));
        assertThat(received()).isEqualTo(before);
    }

    @Test
    void what_changes_nothing_or_is_no_number_is_refused() {
        assertThatThrownBy(() -> reckoned(Map.of("standard", " "))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> reckoned(Map.of("standard", "many"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> reckoned(Map.of("nonsense", "1"))).isInstanceOf(Refused.class);
    }

    @Test
    void a_scenario_of_another_county_is_not_there() {
        Scenario scenario = reckoned(Map.of("standard", "1750"));
        var foreign = As.staff("COUNTY_OFFICER", "320102", "screening.suppose");
        assertThatThrownBy(() -> Acting.as(foreign, () -> whatIf.get(scenario.id())))
                .isInstanceOf(NotFound.class);
        assertThat(Acting.as(foreign, () -> whatIf.affected(EffectFilter.all(scenario.id()))))
                .isEmpty();
    }

    private Scenario reckoned(Map<String, String> values) {
        return reckoned(new Supposition(
                DIBAO, DAY.plusMonths(1).withDayOfMonth(1), COUNTY, values, Optional.empty(), Map.of()));
    }

    private Scenario reckoned(Supposition supposed) {
        ScenarioId id = As.system(() -> whatIf.ask("a test", COUNTY, supposed));
        As.system(run::work);
        Scenario scenario = As.system(() -> whatIf.get(id));
        assertThat(scenario.status()).as(scenario.failure()).isEqualTo(Sweep.Status.DONE);
        return scenario;
    }

    private Impact impact(Scenario scenario) {
        return As.system(() -> whatIf.impacts(List.of(scenario))).getOrDefault(scenario.id(), Impact.NONE);
    }

    private List<String> received() {
        return As.system(() -> transaction.execute(status -> new ArrayList<>(
                db.sql("SELECT entitlement_id || ' ' || monthly_fen FROM benefits.v_entitlement ORDER BY 1")
                        .query(String.class)
                        .list())));
    }

    private static Money monthly(List<Grant> grants) {
        return Money.sum(grants.stream()
                .flatMap(grant -> grant instanceof Grant.Monthly monthly
                        ? java.util.stream.Stream.of(monthly.amount())
                        : java.util.stream.Stream.of()));
    }
}
