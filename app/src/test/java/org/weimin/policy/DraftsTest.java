package org.weimin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.access.Role;
import org.weimin.engine.GoldenCase;
import org.weimin.engine.Interpreter;
import org.weimin.engine.Pack;
import org.weimin.engine.WorkedExample;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.DraftId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;
import org.weimin.policy.Draft.Status;
import org.weimin.policy.internal.PackShelf;
import org.weimin.screening.internal.ScenarioRun;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;
import org.weimin.testing.TestClock;

/** The road of a change: drafted by one, checked by examples, published by another, and the old answers stay. */
@RoomTest
class DraftsTest {
    private static final MatterId DIBAO = new MatterId("dibao");
    private static final DivisionCode SONGJIANG = new DivisionCode("310117");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Draft.Purpose PURPOSE = new Draft.Purpose("低保标准调整", "沪民救发〔2026〕9号");
    private static final Actor.Staff OFFICER = As.staff("COUNTY_OFFICER", "310117", "policy.draft");
    private static final Actor.Staff LEADER = As.staff("COUNTY_LEADER", "310117", "policy.publish");

    @Autowired
    Drafts drafts;

    @Autowired
    Policy policy;

    @Autowired
    MockMvc mvc;

    @Autowired
    SignedIn signedIn;

    @Autowired
    PackShelf shelf;

    @Autowired
    ScenarioRun scenarios;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void today() {
        clock.set(TODAY);
    }

    @Test
    void a_new_standard_goes_its_road_and_the_old_answers_can_be_had_again() {
        LocalDate from = LocalDate.of(2026, 12, 1);
        WorkedExample before = example("A member in prison is not counted, nor is the income");
        Pack old = policy.pack(DIBAO);
        var answer = new Interpreter().determine(old, SONGJIANG, from.minusDays(1), before.facts());

        DraftId draft = begun(from);
        as(OFFICER, () -> drafts.addValue(draft, standard(from, "1700.00")));
        assertThat(as(OFFICER, () -> drafts.check(draft)).status()).isEqualTo(Status.CHECKED);
        as(OFFICER, () -> drafts.submit(draft));
        assertThatThrownBy(() -> as(LEADER, () -> drafts.publish(draft, "")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("screening.draft.not-reckoned"));
        scenarios.work();
        assertThatThrownBy(() -> as(OFFICER, () -> drafts.publish(draft, "")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("policy.draft.same-person"));
        assertThat(policy.value(DIBAO, "standard", SONGJIANG, from).value()).isEqualTo("1595.00");

        as(LEADER, () -> drafts.publish(draft, "核对无误"));
        assertThat(policy.value(DIBAO, "standard", SONGJIANG, from).value()).isEqualTo("1700.00");
        assertThat(policy.value(DIBAO, "standard", SONGJIANG, from.minusDays(1)).value())
                .isEqualTo("1595.00");

        Pack then = As.system(() -> policy.published(DIBAO, answer.packVersion()));
        var again = new Interpreter().determine(then, SONGJIANG, from.minusDays(1), before.facts());
        assertThat(again).isEqualTo(answer);
        assertThat(new Interpreter()
                        .determine(policy.pack(DIBAO), SONGJIANG, from.minusDays(1), before.facts())
                        .outcome())
                .isEqualTo(answer.outcome());
        assertThat(as(LEADER, () -> drafts.changes(drafts.get(draft))).values())
                .singleElement()
                .satisfies(value ->
                        assertThat(value.before().orElseThrow().value()).isEqualTo("1595.00"));
        assertThat(As.system(() -> policy.publications()))
                .filteredOn(publication -> publication.draft().equals(java.util.Optional.of(draft)))
                .isNotEmpty()
                .allSatisfy(
                        publication -> assertThat(publication.validFrom()).isAfterOrEqualTo(publication.editionFrom()));
    }

    @Test
    void what_was_published_is_there_after_a_restart_and_nobody_changes_it() {
        LocalDate from = LocalDate.of(2027, 1, 1);
        DraftId draft = published(from, standard(from, "1710.00"));
        shelf.reload();
        assertThat(policy.value(DIBAO, "standard", SONGJIANG, from).value()).isEqualTo("1710.00");
        assertThatThrownBy(() -> as(OFFICER, () -> drafts.addValue(draft, standard(from.plusDays(1), "9.00"))))
                .isInstanceOf(Refused.class);
        int changed = As.system(
                () -> transaction.execute(status -> db.sql("UPDATE policy.draft SET files = '{}' WHERE id = :id")
                        .param("id", draft.value())
                        .update()));
        assertThat(changed).isZero();
    }

    @Test
    void one_person_in_both_parts_is_refused_by_the_database_too() {
        DraftId draft = begun(LocalDate.of(2027, 2, 1));
        assertThatThrownBy(() -> As.system(() -> transaction.execute(
                        status -> db.sql("UPDATE policy.draft SET reviewer_id = author_id WHERE id = :id")
                                .param("id", draft.value())
                                .update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void changed_rules_need_an_example_and_a_failing_one_holds_the_draft_back() {
        LocalDate from = LocalDate.of(2027, 3, 1);
        DraftId draft = begun(from);
        as(OFFICER, () -> drafts.setRules(draft, strongerFloor()));
        assertThatThrownBy(() -> as(OFFICER, () -> drafts.check(draft)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("policy.draft.no-case"));

        as(OFFICER, () -> drafts.setCases(draft, cases(from, "1.00")));
        Draft failing = as(OFFICER, () -> drafts.check(draft));
        assertThat(failing.status()).isEqualTo(Status.DRAFT);
        assertThat(failing.golden().stream().filter(golden -> !golden.passed())).hasSize(1);
        assertThatThrownBy(() -> as(OFFICER, () -> drafts.submit(draft))).isInstanceOf(Refused.class);

        as(OFFICER, () -> drafts.setCases(draft, cases(from, "1595.00")));
        Draft passing = as(OFFICER, () -> drafts.check(draft));
        assertThat(passing.golden().stream().allMatch(GoldenCase::passed)).isTrue();
        assertThat(passing.status()).isEqualTo(Status.CHECKED);
        assertThat(as(OFFICER, () -> drafts.changes(drafts.get(draft))).blocks())
                .singleElement()
                .satisfies(block -> assertThat(block.lines())
                        .extracting(Changes.Line::kind)
                        .contains(Changes.Kind.WENT, Changes.Kind.CAME, Changes.Kind.STAYS));

        as(OFFICER, () -> drafts.submit(draft));
        scenarios.work();
        as(LEADER, () -> drafts.publish(draft, ""));
        assertThat(policy.pack(DIBAO).editionOn(from).from()).isEqualTo(from);
        assertThat(policy.pack(DIBAO).editionOn(from).file("process.bpmn")).isPresent();
        assertThat(policy.pack(DIBAO).editionOn(from.minusDays(1)).from()).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @Test
    void a_broken_file_is_refused_by_its_place_and_leaves_everything_as_it_was() {
        DraftId draft = begun(LocalDate.of(2027, 4, 1));
        String inForce = policy.pack(DIBAO).packVersion(policy.pack(DIBAO).editionOn(TODAY));
        String broken = rules().replaceFirst("<text>\"PRISON\"</text>", "<text>\"PRISON</text>");
        assertThatThrownBy(() -> as(OFFICER, () -> drafts.setRules(draft, broken)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    var fault = org.weimin.engine.PackFault.of(refused);
                    assertThat(fault.file()).isEqualTo("dibao/editions/2027-04-01/rules.dmn");
                    assertThat(fault.table()).isEqualTo("counting");
                    assertThat(fault.row()).isEqualTo("2");
                    assertThat(fault.column()).isEqualTo("2");
                    assertThat(fault.message().zh())
                            .isNotEqualTo(fault.message().en());
                });
        assertThat(as(OFFICER, () -> drafts.get(draft)).content().rules()).isEmpty();
        shelf.reload();
        assertThat(policy.pack(DIBAO).packVersion(policy.pack(DIBAO).editionOn(TODAY)))
                .isEqualTo(inForce);
    }

    @Test
    void every_version_is_on_the_page_of_its_matter_with_what_it_changed_and_its_own_tables() throws Exception {
        LocalDate from = LocalDate.of(2028, 1, 1);
        String standing = policy.value(DIBAO, "standard", SONGJIANG, from).value();
        published(from, standard(from, "1888.00"));
        String cookie = signedIn.as(Role.COUNTY_OFFICER, "310117");
        assertThat(page(cookie, "/policy/dibao"))
                .contains("历次版本", "现行", "尚未开始", standing + " → 1888.00", OFFICER.name(), "随系统提供", "当地低保标准")
                .doesNotContain("[policy.", "residenceKind</th>");
        String first = As.system(() -> policy.publications()).stream()
                .filter(each -> each.matter().equals(DIBAO))
                .min(java.util.Comparator.comparing(Publication::editionFrom))
                .orElseThrow()
                .packVersion();
        assertThat(page(cookie, "/policy/dibao?version=" + first)).contains("这不是今天适用的版本", first);
        assertThat(page(cookie, "/policy/dibao?written=true")).contains("standardRural");
    }

    private String page(String cookie, String url) throws Exception {
        String[] pair = cookie.split("=", 2);
        return mvc.perform(get(url).cookie(new Cookie(pair[0], pair[1])))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void a_value_without_a_source_a_second_one_for_the_same_day_and_one_for_elsewhere_are_refused() {
        LocalDate from = LocalDate.of(2027, 5, 1);
        DraftId draft = begun(from);
        assertThatThrownBy(() -> new NewValue("standard", SONGJIANG, from, "1700", " ", TODAY))
                .isInstanceOf(Refused.class);
        as(OFFICER, () -> drafts.addValue(draft, standard(from, "1700.00")));
        assertThatThrownBy(() -> as(OFFICER, () -> drafts.addValue(draft, standard(from, "1800.00"))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("engine.pack.overlap"));
        assertThatThrownBy(() -> as(OFFICER, () -> drafts.addValue(draft, standard(from.plusDays(1), "viel"))))
                .isInstanceOf(Refused.class);
        var beijing = new NewValue("standard", new DivisionCode("110101"), from, "1700", "京民社救发〔2027〕1号", TODAY);
        assertThatThrownBy(() -> as(OFFICER, () -> drafts.addValue(draft, beijing)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void rules_do_not_reach_into_the_past() {
        LocalDate yesterday = TODAY.minusDays(1);
        DraftId draft = begun(yesterday);
        as(OFFICER, () -> drafts.setRules(draft, strongerFloor()));
        as(OFFICER, () -> drafts.setCases(draft, cases(yesterday, "1595.00")));
        as(OFFICER, () -> drafts.check(draft));
        as(OFFICER, () -> drafts.submit(draft));
        assertThatThrownBy(() -> as(LEADER, () -> drafts.publish(draft, "")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("policy.draft.from-passed"));
        as(LEADER, () -> drafts.refuse(draft, "起始日已过"));
        as(OFFICER, () -> drafts.withdraw(draft));
    }

    @Test
    void hostile_files_are_refused_at_once() {
        DraftId draft = begun(LocalDate.of(2027, 7, 1));
        String table = rules();
        int row = table.indexOf("<rule ");
        String oneRow = table.substring(row, table.indexOf("</rule>", row) + 7);
        String manyRows = "<rule id='r'><inputEntry><text>-</text></inputEntry></rule>".repeat(30_000);
        var hostile = List.of(
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><definitions>&b;</definitions>",
                "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><definitions/>",
                "<a>".repeat(300_000) + "</a>".repeat(300_000),
                table.substring(0, row) + manyRows + table.substring(row),
                table.substring(0, row) + oneRow.repeat(2_000) + table.substring(row),
                table.replaceFirst(
                        "<text>true</text>", "<text>" + "(".repeat(50_000) + "1" + ")".repeat(50_000) + "</text>"));
        for (String file : hostile) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> as(OFFICER, () -> drafts.setRules(draft, file)))
                    .as(file.substring(0, 40))
                    .isInstanceOf(Refused.class);
            assertThat((System.nanoTime() - start) / 1_000_000)
                    .as(file.substring(0, 40))
                    .isLessThan(2_000);
        }
    }

    @Test
    void every_status_has_its_row() {
        assertThat(Draft.MAY_BECOME).containsOnlyKeys(Status.values());
    }

    private DraftId begun(LocalDate from) {
        return as(OFFICER, () -> drafts.begin(DIBAO, from, PURPOSE));
    }

    private DraftId published(LocalDate from, NewValue value) {
        DraftId draft = begun(from);
        as(OFFICER, () -> drafts.addValue(draft, value));
        as(OFFICER, () -> drafts.check(draft));
        as(OFFICER, () -> drafts.submit(draft));
        scenarios.work();
        as(LEADER, () -> drafts.publish(draft, ""));
        return draft;
    }

    private static NewValue standard(LocalDate from, String value) {
        return new NewValue("standard", SONGJIANG, from, value, "沪民救发〔2026〕9号", TODAY);
    }

    private String rules() {
        return policy.pack(DIBAO).editionOn(TODAY).file("rules.dmn").orElseThrow();
    }

    /** The rules in force with other words in one row. */
    private String strongerFloor() {
        return rules().replaceFirst("在监狱服刑，不计入", "在监狱服刑的，不计入共同生活家庭成员");
    }

    private static String cases(LocalDate from, String monthly) {
        return """
            everyHousehold: { meansCheckConsent: "true", financialAssets: "0", dwellings: "1", dwellingArea: "60", \
            businessPremises: "0", cars: "0", businessCapital: "0" }
            everyMember: { birthDate: 1980-01-01, wageIncome: "0", businessIncome: "0", propertyIncome: "0", \
            transferIncome: "0" }
            cases:
              - name: One person without income after the change
                asOf: %s
                place: "310118"
                members: [ { relation: HEAD } ]
                expect: { outcome: entitled, monthly: "%s" }
            """.formatted(from, monthly);
    }

    private WorkedExample example(String name) {
        return WorkedExample.of(policy.pack(DIBAO)).stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void as(Actor.Staff staff, Runnable work) {
        Acting.as(staff, work);
    }

    private static <T> T as(Actor.Staff staff, java.util.function.Supplier<T> work) {
        return Acting.as(staff, work);
    }
}
