package org.weimin.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.access.Residents;
import org.weimin.access.Role;
import org.weimin.benefits.Recheck;
import org.weimin.benefits.Rechecks;
import org.weimin.casework.Casework;
import org.weimin.demo.internal.SmallCounty;
import org.weimin.facts.Facts;
import org.weimin.intake.Channel;
import org.weimin.intake.Intake;
import org.weimin.intake.SubmitApplication;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.People;
import org.weimin.testing.As;
import org.weimin.testing.Doors;
import org.weimin.testing.FilledForm;
import org.weimin.testing.FormToken;
import org.weimin.testing.RawHttp;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;
import org.weimin.testing.TestClock;

/** A resident sees the own file and nothing of anybody else's: by every page, and by the database underneath. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnFileTest {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String TOKEN = FormToken.HEADER + ": " + FormToken.value();
    private static final String ABSENT = "01900000-0000-7000-8000-000000000000";

    @Autowired
    ApplicationContext application;

    @Autowired
    Doors doors;

    @Autowired
    SignedIn signedIn;

    @Autowired
    Residents residents;

    @Autowired
    People people;

    @Autowired
    Facts facts;

    @Autowired
    Intake intake;

    @Autowired
    Casework casework;

    @Autowired
    Rechecks rechecks;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private PersonId asking;
    private PersonId receiving;

    @BeforeAll
    void one_household_that_asks_and_one_that_receives() {
        SmallCounty.fill(application, 60);
        asking = named("陈桂芳");
        receiving = named("吴秀兰");
        file(asking);
    }

    @Test
    void what_a_resident_may_ask_the_database_for_is_guarded_or_everybodys() {
        assertThat(tables("SELECT", "WHERE NOT relforcerowsecurity"))
                .allMatch(table -> table.matches("(divisions|policy)\\..*|offices\\.premises"));
        assertThat(tables("INSERT, UPDATE, DELETE", ""))
                .containsExactlyInAnyOrder("audit.entry", "audit.unsealed", "intake.draft", "intake.paper");
    }

    @Test
    void two_households_share_no_row_of_any_table() {
        for (String table : tables("SELECT", "WHERE relforcerowsecurity")) {
            Set<String> first = rows(table, asking);
            Set<String> second = rows(table, receiving);
            var shared = new HashSet<>(first);
            shared.retainAll(second);
            assertThat(shared).as(table).isEmpty();
        }
        assertThat(rows("people.person", asking)).hasSize(2);
        assertThat(rows("casework.case_file", asking)).isNotEmpty();
        assertThat(rows("casework.deadline", asking)).isNotEmpty();
        assertThat(rows("benefits.entitlement", receiving)).isNotEmpty();
        assertThat(rows("ledger.payable", receiving)).isNotEmpty();
        assertThat(rows("facts.fact", receiving)).isNotEmpty();
    }

    @Test
    void no_id_of_anothers_opens_a_page_and_none_tells_that_it_exists() throws IOException {
        String cookie = cookie(receiving);
        Set<String> others = new HashSet<>();
        for (String table : tables("SELECT", "WHERE relforcerowsecurity")) {
            rows(table, asking).stream()
                    .filter(id -> id.length() == ABSENT.length())
                    .forEach(others::add);
        }
        var wrong = new ArrayList<String>();
        for (var door : residentsDoors()) {
            if (door.isRead() && door.hasVariables()) {
                for (String id : others) {
                    var answer = get(door.with(id), cookie);
                    if (answer.status() != 404
                            || !anonymous(answer.body())
                                    .equals(anonymous(
                                            get(door.with(ABSENT), cookie).body()))) {
                        wrong.add(door.with(id) + " " + answer.status());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        String file = caseOf(asking);
        assertThat(post("/my/cases/" + file + "/withdraw", "why=x", cookie).status())
                .isEqualTo(404);
        assertThat(get("/my/cases/" + file, cookie(asking)).status()).isEqualTo(200);
    }

    @Test
    void no_door_of_the_office_opens_to_a_resident_and_none_of_residents_to_an_official() throws IOException {
        String resident = cookie(asking);
        String clerk = "Cookie: " + signedIn.as(Role.STREET_CLERK, "310117003");
        var mine = residentsDoors();
        for (var door : doors.ours()) {
            if (door.isRead() && door.permission().isPresent() && !mine.contains(door)) {
                assertThat(get(door.with(ABSENT), resident).status())
                        .as(door.toString())
                        .isEqualTo(403);
            }
        }
        for (String path : List.of("/my", "/my/received", "/my/looks", "/my/changes")) {
            assertThat(get(path, clerk).status()).as(path).isEqualTo(403);
            assertThat(get(path, resident).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void whoever_is_signed_in_reads_the_public_pages_like_anybody() throws IOException {
        String resident = cookie(asking);
        for (var door : doors.ours()) {
            if (door.isRead()
                    && door.isOpenToAll()
                    && !door.hasVariables()
                    && !door.path().startsWith("/kiosk")) {
                assertThat(get(door.path(), resident).status()).as(door.path()).isLessThan(404);
            }
        }
    }

    @Test
    void nobody_disagrees_with_what_is_not_decided_yet_or_without_a_word() throws IOException {
        String disagree = "/my/cases/" + caseOf(asking) + "/disagree";
        assertThat(post(disagree, "text=x", cookie(asking)).body()).contains("还没有决定");
        assertThat(post(disagree, "text=", cookie(asking)).status()).isEqualTo(409);
        assertThat(post(disagree, "text=x", cookie(receiving)).status()).isEqualTo(404);
    }

    @Test
    void the_family_reads_what_it_receives_and_who_looked() throws IOException {
        String received = get("/my/received", cookie(receiving)).body();
        assertThat(received).contains("最低生活保障", "每月", "已到账", "下一笔");
        var home = household(receiving);
        get("/households/" + home.id(), "Cookie: " + signedIn.as(Role.STREET_CLERK, "310117003"));
        assertThat(get("/my/looks", cookie(receiving)).body()).contains("街镇经办员", "家庭信息");
        assertThat(get("/my/looks", cookie(asking)).body()).doesNotContain("家庭信息");
    }

    @Test
    void what_was_just_sent_is_taken_back_without_a_reason_and_may_be_sent_again() throws IOException {
        PersonId other = named("沈国强");
        file(other);
        String id = caseOf(other);
        assertThat(get("/my/cases/" + id, cookie(other)).body()).contains("十分钟内");
        assertThat(post("/my/cases/" + id + "/withdraw", "", cookie(other)).status())
                .isEqualTo(303);
        assertThat(get("/my", cookie(other)).body()).contains("已撤回");
        file(other);
    }

    @Test
    void a_change_that_is_told_waits_at_the_street_and_its_answer_comes_back() throws IOException {
        String words = URLEncoder.encode("女儿到服装厂上班", StandardCharsets.UTF_8);
        String told = "kind=JOB&since=2026-08-01&words=" + words;
        assertThat(post("/my/changes", told, cookie(receiving)).status()).isEqualTo(303);
        assertThat(As.system(() -> rechecks.count(Recheck.Which.REPORTED))).isOne();
        String clerk = "Cookie: " + signedIn.as(Role.STREET_CLERK, "310117003");
        assertThat(get("/intake/changes", clerk).body()).contains("女儿到服装厂上班");
        String elsewhere = "Cookie: " + signedIn.as(Role.STREET_CLERK, "310117001");
        assertThat(get("/intake/changes", elsewhere).body()).doesNotContain("女儿到服装厂上班");
        String id = rows("intake.change_report", receiving).iterator().next();
        String answer = "answer=" + URLEncoder.encode("已经登记", StandardCharsets.UTF_8);
        assertThat(post("/intake/changes/" + id, answer, elsewhere).status()).isEqualTo(404);
        assertThat(post("/intake/changes/" + id, answer, clerk).status()).isEqualTo(303);
        assertThat(post("/intake/changes/" + id, answer, clerk).status()).isEqualTo(409);
        assertThat(get("/my/changes", cookie(receiving)).body()).contains("已经登记");
        assertThat(post("/my/changes", "kind=JOB&since=2026-09-01&words=x", cookie(receiving))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_family_applies_from_two_phones_and_only_when_both_have_agreed() throws IOException {
        PersonId husband = named("周建军");
        PersonId wife = named("孙晓燕");
        String ask = "ask=gangxing-zhichu.household." + household(husband).id();
        assertThat(get("/my/possible", cookie(husband)).body()).contains("刚性支出");
        assertThat(get("/my/apply?" + ask, cookie(husband)).status()).isEqualTo(200);
        String draft =
                post("/my/apply", ask, cookie(husband)).header("Location").orElseThrow();
        fillIn(draft, cookie(husband));
        assertThat(upload(draft, "诊断证明".getBytes(StandardCharsets.UTF_8), cookie(husband)))
                .isEqualTo(422);
        assertThat(upload(draft, picture(), cookie(asking))).isEqualTo(404);
        assertThat(upload(draft, picture(), cookie(husband))).isEqualTo(303);
        String paper =
                draft + "/papers/" + rows("intake.paper", husband).iterator().next();
        assertThat(get(paper, cookie(wife)).status()).isEqualTo(200);
        assertThat(get(paper, cookie(asking)).status()).isEqualTo(404);
        assertThat(post(draft + "/papers/done", "", cookie(husband)).status()).isEqualTo(303);
        assertThat(post(draft + "/consent", "agree=true&consent_" + wife + "=true", cookie(husband))
                        .status())
                .isEqualTo(303);
        String send = draft + "/submit";
        assertThat(post(send, "commandKey=a", cookie(husband)).status()).isEqualTo(409);
        assertThat(get(draft, cookie(asking)).status()).isEqualTo(404);
        assertThat(post(send, "commandKey=a", cookie(asking)).status()).isEqualTo(404);
        assertThat(get("/my", cookie(wife)).body()).contains(draft);
        post(draft + "/consent", "agree=true", cookie(wife));
        assertThat(post(send, "commandKey=a", cookie(wife)).status()).isEqualTo(303);
        var filed = As.system(() -> intake.ofHousehold(household(husband).id())).getFirst();
        assertThat(filed.channel()).isEqualTo(Channel.ONLINE);
        assertThat(filed.applicant()).isEqualTo(wife);
        assertThat(get("/my", cookie(husband)).body()).contains("调查核实中").doesNotContain(draft);
        String clerk = "Cookie: " + signedIn.as(Role.STREET_CLERK, "310117003");
        String file = get("/cases/" + caseOf(husband), clerk).body();
        var sent = Pattern.compile("/cases/[0-9a-f-]{36}/papers/[0-9a-f-]{36}").matcher(file);
        assertThat(sent.find()).isTrue();
        assertThat(get(sent.group(), clerk).status()).isEqualTo(200);
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    /** One file for the first paper that the form wants. */
    private int upload(String draft, byte[] file, String cookie) throws IOException {
        var title = Pattern.compile("<option value=\"([^\"]+)\"")
                .matcher(get(draft + "/papers", cookie).body());
        String wanted = title.find() ? title.group(1) : "x";
        String own = cookie + "; " + FormToken.COOKIE;
        var request = RawHttp.upload(draft + "/papers", "title", wanted, "picture", file, own, TOKEN);
        return new RawHttp(port).send(request).status();
    }

    /** Confirms what is known and answers the rest: nothing, no, or the first choice. */
    private void fillIn(String draft, String cookie) throws IOException {
        var sections = Pattern.compile("href=\"(" + draft + "/sections/[^\"]+)\"")
                .matcher(get(draft, cookie).body());
        while (sections.find()) {
            String answers = FilledForm.of(get(sections.group(1), cookie).body());
            var answer = post(sections.group(1), answers, cookie);
            assertThat(answer.status()).as(sections.group(1) + " " + answers).isEqualTo(303);
        }
    }

    private List<Doors.Door> residentsDoors() {
        return doors.ours().stream()
                .filter(door -> door.path().startsWith("/my"))
                .filter(door -> door.permission()
                        .filter(actor(asking).permissions()::contains)
                        .isPresent())
                .toList();
    }

    private void file(PersonId person) {
        var clerk = As.staff("STREET_CLERK", "310117003", "intake.apply");
        Acting.as(clerk, () -> {
            Household home = household(person);
            home.members().stream()
                    .map(member -> member.person())
                    .filter(member -> member.ageOn(TestClock.FIRST_DAY) >= 18)
                    .forEach(adult -> facts.consent(home.id(), adult.id(), TestClock.FIRST_DAY, "窗口当面签署"));
            intake.submit(new SubmitApplication(
                    SubmitApplication.asksOf(home.id(), List.of(new MatterId("dibao"))),
                    person,
                    TestClock.FIRST_DAY,
                    Channel.WINDOW,
                    SubmitApplication.FiledBy.APPLICANT,
                    new SubmitApplication.Undertaking(TestClock.FIRST_DAY, "窗口当面签署"),
                    UUID.randomUUID().toString()));
        });
    }

    private String caseOf(PersonId person) {
        HouseholdId home = household(person).id();
        return As.system(() -> casework.ofSubject(new Subject.OfHousehold(home))
                .getFirst()
                .id()
                .toString());
    }

    private PersonId named(String name) {
        return As.system(() -> people.search(name, 1).rows().getFirst().person().id());
    }

    private Household household(PersonId person) {
        return As.system(() ->
                people.household(people.householdOf(person, TestClock.FIRST_DAY).orElseThrow(), TestClock.FIRST_DAY));
    }

    private Actor.Resident actor(PersonId person) {
        return residents.actor(token(person)).orElseThrow();
    }

    private String token(PersonId person) {
        return residents.inDemo(person, As.system(() -> people.identityNumber(person, "a test")));
    }

    private String cookie(PersonId person) {
        return "Cookie: weimin-session=" + token(person);
    }

    /** What the resident finds in the table, row by row: the id, or the whole row where there is none. */
    private Set<String> rows(String table, PersonId person) {
        return Acting.as(
                actor(person),
                () -> transaction.execute(status ->
                        new HashSet<>(db.sql("SELECT coalesce(to_jsonb(t) ->> 'id', t::text) FROM " + table + " t")
                                .query(String.class)
                                .list())));
    }

    private List<String> tables(String privilege, String which) {
        return db.sql("""
            SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p', 'v') AND has_table_privilege('weimin_resident', c.oid, '%s')
               AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND c.oid IN (SELECT oid FROM pg_class %s)
             ORDER BY 1
            """.formatted(privilege, which)).query(String.class).list();
    }

    private RawHttp.Answer get(String path, String cookie) throws IOException {
        return new RawHttp(port).get(path, cookie);
    }

    private RawHttp.Answer post(String path, String body, String cookie) throws IOException {
        return new RawHttp(port)
                .send(RawHttp.request("POST", path, body, FORM, cookie + "; " + FormToken.COOKIE, TOKEN));
    }

    /** A page without the keys of its forms and the address that the switches repeat. */
    private static String anonymous(String body) {
        return body.replaceAll("value=\"[^\"]*\"", "").replaceAll("href=\"[^\"]*\"", "");
    }
}
