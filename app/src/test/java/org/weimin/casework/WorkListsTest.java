package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.access.Role;
import org.weimin.casework.internal.CaseFilter;
import org.weimin.casework.internal.CaseFilter.Whose;
import org.weimin.casework.internal.Load;
import org.weimin.casework.internal.Mark;
import org.weimin.casework.internal.SavedFilters;
import org.weimin.casework.internal.WorkList;
import org.weimin.casework.internal.WorkLists;
import org.weimin.intake.Intake;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;
import org.weimin.testing.As;
import org.weimin.testing.BrokenInvariants;
import org.weimin.testing.FormToken;
import org.weimin.testing.RawHttp;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;
import org.weimin.testing.TestClock;

@RoomTest
class WorkListsTest {
    @Autowired
    WorkLists lists;

    @Autowired
    SavedFilters saved;

    @Autowired
    Casework casework;

    @Autowired
    Intake intake;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    @Autowired
    BrokenInvariants broken;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @Autowired
    SignedIn signedIn;

    private SampleCase sample;
    private SampleCase.Home home;
    private Actor.Staff clerk;
    private Actor.Staff officer;

    @BeforeEach
    void aHousehold() {
        clock.set(TestClock.FIRST_DAY);
        sample = new SampleCase(beans);
        home = sample.household("600.00");
        clerk = with(home.clerk(), "casework.view", "casework.handle");
        officer = with(home.officer(), "casework.view", "casework.handle", "casework.decide");
    }

    @Test
    void a_case_waits_for_whoever_has_the_next_step_and_for_nobody_while_its_list_hangs() {
        CaseFileId id = open();
        var visit = new RecordVisit(clock.today(), "王芳", "李明", "家中", "与申报一致", "户主", RecordVisit.Finding.AGREES);
        assertThat(waitsFor(clerk)).contains(id);
        assertThat(waitsFor(officer)).doesNotContain(id);
        Acting.as(clerk, () -> casework.assess(id, "符合条件"));
        Acting.as(clerk, () -> casework.recordVisit(id, visit));
        assertThat(waitsFor(clerk)).contains(id);
        Acting.as(clerk, () -> casework.post(id));
        assertThat(waitsFor(clerk)).doesNotContain(id);
        assertThat(list(clerk, CaseFilter.of(WorkList.PUBLICITY))).contains(id);
        clock.liveThrough(TestClock.FIRST_DAY.plusDays(8));
        assertThat(waitsFor(clerk)).doesNotContain(id);
        assertThat(waitsFor(officer)).contains(id);
        Acting.as(officer, () -> casework.sendBack(id, "收入要再核一次"));
        assertThat(list(clerk, CaseFilter.of(WorkList.RETURNED, Whose.MINE))).contains(id);
        Acting.as(clerk, () -> casework.assess(id, "再核无误"));
        assertThat(list(clerk, CaseFilter.of(WorkList.RETURNED))).doesNotContain(id);
        Acting.as(clerk, () -> casework.withdraw(id, "本人要求"));
        assertThat(list(clerk, CaseFilter.of(WorkList.OPEN))).doesNotContain(id);
        assertThat(list(clerk, CaseFilter.of(WorkList.CLOSED))).contains(id);
        assertListsShowWhatIs();
    }

    @Test
    void a_case_that_lies_with_another_bureau_is_nobodys_turn_until_it_is_back() {
        CaseFileId id = open();
        Acting.as(clerk, () -> casework.transfer(id, Transfer.to("区医保局", "先核定医疗费用", "YB-17", clock.today())));
        assertThat(waitsFor(clerk)).doesNotContain(id);
        assertThat(list(clerk, CaseFilter.of(WorkList.OPEN))).contains(id);
        Acting.as(clerk, () -> casework.takeBack(id, "医疗费用已核定"));
        assertThat(waitsFor(clerk)).contains(id);
        assertListsShowWhatIs();
    }

    @Test
    void every_number_is_as_long_as_its_list_and_pages_follow_one_another_without_a_gap() {
        for (int i = 0; i < 7; i++) {
            home = sample.household("600.00");
            open();
        }
        for (WorkList list : WorkList.values()) {
            var filter = CaseFilter.of(list);
            var whole = Acting.as(clerk, () -> lists.rows(filter, Mark.START, 1_000));
            assertThat(Acting.as(clerk, () -> lists.count(filter)))
                    .as(list.name())
                    .isEqualTo(whole.size());
            var paged = new TreeSet<String>();
            var mark = Mark.START;
            for (var page = page(filter, mark); !page.isEmpty(); page = page(filter, mark)) {
                page.forEach(
                        row -> assertThat(paged.add(row.number())).as("twice").isTrue());
                mark = Mark.parse(Mark.after(page.getLast()).toString());
            }
            assertThat(paged)
                    .as(list.name())
                    .containsExactlyInAnyOrderElementsOf(
                            whole.stream().map(WorkLists.Row::number).toList());
        }
    }

    @Test
    void every_official_is_told_the_number_of_what_he_sees_also_after_the_night() {
        var village = As.staff("COMMUNITY_WORKER", "310117003204", "casework.view", "casework.handle");
        CaseFileId id = open();
        home = sample.household("600.00");
        open();
        Acting.as(clerk, () -> casework.assess(id, "符合条件"));
        assertNumbersAreTheirLists(clerk, officer, village);
        clock.liveThrough(TestClock.FIRST_DAY.plusDays(8));
        assertNumbersAreTheirLists(clerk, officer, village);
        assertListsShowWhatIs();
    }

    private void assertNumbersAreTheirLists(Actor.Staff... officials) {
        for (Actor.Staff official : officials) {
            var filters = Arrays.stream(WorkList.values())
                    .flatMap(list -> Arrays.stream(Whose.values()).map(whose -> CaseFilter.of(list, whose)))
                    .toList();
            assertThat(Acting.as(official, () -> lists.counts(filters)))
                    .as(official.role())
                    .isEqualTo(filters.stream()
                            .map(filter -> (long) list(official, filter).size())
                            .toList());
        }
    }

    @Test
    void what_lies_in_another_street_is_on_no_list() {
        CaseFileId id = open();
        var elsewhere = As.staff("STREET_CLERK", "310117001", "casework.view", "casework.handle");
        for (WorkList list : WorkList.values()) {
            assertThat(list(elsewhere, CaseFilter.of(list))).as(list.name()).doesNotContain(id);
            assertThat(Acting.as(elsewhere, () -> lists.count(CaseFilter.of(list))))
                    .isZero();
        }
        assertThat(Acting.as(elsewhere, () -> lists.loads(Load.By.TOWN))).isEmpty();
        assertThat(Acting.as(clerk, () -> lists.loads(Load.By.TOWN)))
                .extracting(Load::key)
                .containsExactly("310117003");
    }

    @Test
    void a_named_list_is_its_owners_alone() {
        var filter = CaseFilter.of(WorkList.OVERDUE, Whose.MINE);
        Acting.as(clerk, () -> saved.save("每天先看", filter));
        assertThat(Acting.as(clerk, saved::list))
                .extracting(SavedFilters.Saved::filter)
                .containsExactly(filter);
        assertThat(Acting.as(officer, saved::list)).isEmpty();
        var theirs = Acting.as(clerk, saved::list).getFirst();
        Acting.as(officer, () -> saved.remove(theirs.id()));
        assertThat(Acting.as(clerk, saved::list)).hasSize(1);
        assertThatThrownBy(() -> Acting.as(clerk, () -> saved.save(" ", filter)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_list_is_read_along_an_index_however_many_cases_there_are() {
        As.system(() -> transaction.executeWithoutResult(status -> {
            db.sql("SET LOCAL enable_seqscan = off").update();
            String plan = db.sql("""
                EXPLAIN SELECT case_file_id FROM casework.task x WHERE x.town = '310117003'
                   AND x.awaits = ANY ('{HANDLE.dibao}'::text[])
                   AND (x.due_on, x.case_file_id) > ('2026-01-01', '00000000-0000-0000-0000-000000000000')
                 ORDER BY x.due_on, x.case_file_id LIMIT 51
                """).query(String.class).list().stream().collect(Collectors.joining("\n"));
            assertThat(plan).contains("task_of_town").contains("Index Cond").doesNotContain("Sort");
        }));
    }

    @Test
    void several_cases_take_one_step_together_and_the_refused_ones_are_named() throws IOException {
        CaseFileId ready = open();
        Acting.as(clerk, () -> casework.assess(ready, "符合条件"));
        var visit = new RecordVisit(clock.today(), "王芳", "李明", "家中", "与申报一致", "户主", RecordVisit.Finding.AGREES);
        Acting.as(clerk, () -> casework.recordVisit(ready, visit));
        home = sample.household("600.00");
        CaseFileId early = open();
        String cookie = "Cookie: " + signedIn.as(Role.STREET_CLERK, "310117003") + "; " + FormToken.COOKIE;
        String chosen = "batch=POST&case=" + ready + "&case=" + early;
        assertThat(new RawHttp(port).get("/cases/batch?" + chosen, cookie).body())
                .contains("不办理 1 件");
        var done = new RawHttp(port)
                .send(RawHttp.request(
                        "POST",
                        "/cases/batch",
                        chosen,
                        cookie,
                        FormToken.HEADER + ": " + FormToken.value(),
                        "Content-Type: application/x-www-form-urlencoded"));
        assertThat(done.body()).contains("没有办成 1 件", "已办理 1 件");
        assertThat(list(clerk, CaseFilter.of(WorkList.OPEN, Whose.MINE)))
                .contains(early)
                .doesNotContain(ready);
    }

    @Test
    void whatever_an_address_says_there_is_an_answer() {
        for (String query : List.of("list=NONE&whose=&matter=../x&state=7&place=1&handler=0", "a=b&=", "")) {
            assertThat(CaseFilter.parse(query)).isEqualTo(CaseFilter.of(WorkList.OPEN));
        }
        assertThat(CaseFilter.parse("number=310117&list=SOON").list()).isEqualTo(WorkList.ALL);
        for (String mark : List.of("", "_", "never_", "2026-13-01_x", "x_01900000-0000-7000-8000-000000000000")) {
            assertThat(Mark.parse(mark)).isEqualTo(Mark.START);
        }
    }

    private List<WorkLists.Row> page(CaseFilter filter, Mark after) {
        return Acting.as(clerk, () -> lists.rows(filter, after, 3));
    }

    private List<CaseFileId> waitsFor(Actor.Staff staff) {
        return list(staff, CaseFilter.of(WorkList.OPEN, Whose.MINE));
    }

    private List<CaseFileId> list(Actor.Staff staff, CaseFilter filter) {
        return Acting.as(staff, () -> lists.rows(filter, Mark.START, 1_000)).stream()
                .map(WorkLists.Row::id)
                .toList();
    }

    private void assertListsShowWhatIs() {
        assertThat(broken.ids()).doesNotContain("I17", "I18");
    }

    private CaseFileId open() {
        var receipt = Acting.as(clerk, () -> intake.submit(home.application("key-" + home.id())));
        return As.system(() -> casework.ofApplication(receipt.id())).getFirst().id();
    }

    private static Actor.Staff with(Actor.Staff staff, String... permissions) {
        return new Actor.Staff(
                staff.id(),
                staff.name(),
                staff.post(),
                staff.role(),
                Set.copyOf(Arrays.asList(permissions)),
                staff.area());
    }
}
