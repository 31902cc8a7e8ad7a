package org.weimin.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.access.Role;
import org.weimin.demo.internal.Scores.Planted;
import org.weimin.demo.internal.Scores.Score;
import org.weimin.eligibility.Eligibility;
import org.weimin.engine.AllAtOnce.Item;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Pack;
import org.weimin.engine.Standing;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.policy.Policy;
import org.weimin.screening.Finding;
import org.weimin.screening.Finding.Kind;
import org.weimin.screening.FindingFilter;
import org.weimin.screening.Screening;
import org.weimin.screening.Sweep;
import org.weimin.screening.SweepId;
import org.weimin.screening.Visits;
import org.weimin.screening.internal.SweepWork;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;
import org.weimin.testing.TestClock;

/**
 * A county with known truth, all matters at once: what is planted is found, what is found is what was planted, and of
 * every subject the sweep says what the window says.
 */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreeningTruthTest {
    private static final int HOUSEHOLDS = Boolean.getBoolean("weimin.long") ? 3_000 : 700;
    private static final int ASKED_AT_THE_WINDOW = Boolean.getBoolean("weimin.long") ? 1_000 : 100;

    @Autowired
    DemoLoad load;

    @Autowired
    Screening screening;

    @Autowired
    Visits visits;

    @Autowired
    SweepWork work;

    @Autowired
    Scores scores;

    @Autowired
    Eligibility eligibility;

    @Autowired
    Facts facts;

    @Autowired
    Policy policy;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc mvc;

    @Autowired
    SignedIn signedIn;

    private List<Score> results = List.of();
    private Set<Planted> planted = Set.of();
    private final Map<Asked, Finding> findings = new HashMap<>();

    private SweepId sweep = SweepId.next();

    private record Asked(String matter, UUID subject) {}

    @BeforeAll
    void a_county_is_drawn_and_swept() {
        List<Truth> truths = As.system(() ->
                transaction.execute(status -> load.fill(7, HOUSEHOLDS, new PrintStream(OutputStream.nullOutputStream()))
                        .truths()));
        planted = Scores.planted(truths);
        As.system(() -> agreesToBeChecked(truths));
        sweep = As.system(() -> screening.ask(DivisionCode.COUNTRY, TestClock.FIRST_DAY, Optional.empty()));
        As.system(work::work);
        assertThat(As.system(() -> screening.get(sweep)).status()).isEqualTo(Sweep.Status.DONE);
        results = As.system(() -> scores.of(sweep, planted));
        Scores.print(results, System.out);
        for (Kind kind : Kind.values()) {
            var filter =
                    new FindingFilter(sweep, "", kind.name(), DivisionCode.COUNTRY, "", FindingFilter.Visit.ANY, 0);
            As.system(() -> visits.all(filter))
                    .forEach(found -> findings.put(
                            new Asked(
                                    found.finding().matter().value(),
                                    found.finding().subject().id()),
                            found.finding()));
        }
    }

    /** Somebody may die or move between what is planted and the day of the sweep: a few are rightly not found. */
    @Test
    void what_is_planted_is_found() {
        int sought = results.stream().mapToInt(Score::planted).sum();
        assertThat(sought).isPositive();
        assertThat(100 * right()).isGreaterThanOrEqualTo(97 * sought);
    }

    /** Of the rest most are entitled by the draw itself, or live apart since the day before yesterday. */
    @Test
    void most_of_what_is_found_is_what_was_planted() {
        int found = results.stream().mapToInt(Score::found).sum();
        assertThat(100 * right()).isGreaterThanOrEqualTo(80 * found);
    }

    private int right() {
        return results.stream().mapToInt(Score::right).sum();
    }

    @Test
    void what_follows_from_another_matter_is_found_too() {
        assertThat(findings.values())
                .filteredOn(Finding::follows)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.ENTITLED_NOT_RECEIVING));
    }

    /** Only what is granted for certain lets other matters follow: consent is given, and who must support is known. */
    private void agreesToBeChecked(List<Truth> truths) {
        LocalDate before = TestClock.FIRST_DAY.minusDays(1);
        truths.stream()
                .filter(truth -> truth.kind() == Truth.Kind.ENTITLED_NOT_RECEIVING)
                .map(Truth::family)
                .forEach(family -> family.relatives().forEach(person -> {
                    facts.consent(family.id(), person.id(), before, "授权书");
                    facts.record(new RecordFact(
                            new Subject.OfPerson(person.id()),
                            "supporters",
                            "ABLE",
                            Period.since(before),
                            "CHECKED",
                            "入户调查"));
                }));
    }

    private String page(String path) throws Exception {
        String session = signedIn.as(Role.COUNTY_OFFICER, "310117").substring("weimin-session=".length());
        return mvc.perform(get(path).cookie(new Cookie("weimin-session", session)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void what_follows_is_explained_together_with_what_it_follows_from() throws Exception {
        for (Finding follows :
                findings.values().stream().filter(Finding::follows).limit(5).toList()) {
            assertThat(page("/screening/" + sweep + "/findings/" + follows.matter() + "/"
                            + follows.subject().id()))
                    .contains("请先办前项")
                    .contains("notice ok");
        }
    }

    @Test
    void the_page_of_all_matters_says_whether_what_is_given_is_income() throws Exception {
        Finding aged = findings.values().stream()
                .filter(finding -> finding.matter().value().equals("gaoling-jintie")
                        && finding.kind() == Kind.ENTITLED_NOT_RECEIVING)
                .findFirst()
                .orElseThrow();
        assertThat(page("/eligibility/" + aged.household() + "/all"))
                .contains("这些待遇算不算收入")
                .contains("高龄津贴按本地规定的比例计入收入");
    }

    /** Every matter, every member: by the compiled rules over all, and by the interpreter for one household. */
    @Test
    void of_every_subject_the_sweep_says_what_the_window_says() {
        List<HouseholdId> households = As.system(() -> transaction.execute(status -> db.sql("""
            SELECT household_id FROM people.v_home ORDER BY md5(household_id::text) LIMIT :some
            """)
                .param("some", ASKED_AT_THE_WINDOW)
                .query((row, number) -> new HouseholdId(row.getObject(1, UUID.class)))
                .list()));
        for (HouseholdId household : households) {
            As.system(() -> {
                eligibility.everythingIfApplied(household, TestClock.FIRST_DAY).items().stream()
                        .filter(item -> isScreened(item))
                        .forEach(item -> check(household, item));
                return household;
            });
        }
    }

    private boolean isScreened(Item item) {
        Pack pack = policy.pack(item.determination().matter());
        return pack.matter().giving().notScreened().isEmpty();
    }

    private void check(HouseholdId household, Item all) {
        var matter = all.determination().matter();
        String person = all.determination().question().person();
        Outcome single = (person.isEmpty()
                        ? eligibility.asIfApplied(matter, household, TestClock.FIRST_DAY)
                        : eligibility.asIfApplied(matter, household, PersonId.of(person), TestClock.FIRST_DAY))
                .outcome();
        boolean told = !(all.determination().outcome() instanceof Outcome.CannotTell);
        Outcome answer = told ? all.determination().outcome() : single;
        boolean gives = answer instanceof Outcome.Entitled && !(told && all.standing() instanceof Standing.GivesWay);
        UUID subject =
                person.isEmpty() ? household.value() : PersonId.of(person).value();
        Optional<Finding> found = Optional.ofNullable(findings.get(new Asked(matter.value(), subject)));
        String what = matter + " " + person + " of " + household + ": " + single + " / " + all;
        switch (found.map(Finding::kind).orElse(Kind.NOT_ENTITLED)) {
            case ENTITLED_NOT_RECEIVING -> {
                assertThat(gives).as(what).isTrue();
                if (told) {
                    assertThat(found.orElseThrow().amount()).as(what).isEqualTo(all.monthly());
                }
            }
            case RECEIVING_RIGHTLY, AMOUNT_DIFFERS ->
                assertThat(single).as(what).isInstanceOf(Outcome.Entitled.class);
            case RECEIVING_NOT_ENTITLED ->
                assertThat(single instanceof Outcome.NotEntitled(var code) ? code : Finding.GIVES_WAY)
                        .as(what)
                        .startsWith(found.orElseThrow().reason().split(" ")[0]);
            case CANNOT_TELL ->
                assertThat(single)
                        .as(what)
                        .isInstanceOfSatisfying(
                                Outcome.CannotTell.class,
                                open -> assertThat(found.orElseThrow().missing())
                                        .containsExactlyInAnyOrderElementsOf(open.missingFacts()));
            case NOT_ENTITLED, UNLIKELY, NO_STANDARD ->
                assertThat(gives).as(what).isFalse();
        }
    }
}
