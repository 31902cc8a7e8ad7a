package org.weimin.divisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.casework.internal.CaseFilter;
import org.weimin.casework.internal.SavedFilters;
import org.weimin.demo.internal.SmallCounty;
import org.weimin.engine.EventKind.Detail;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PlanId;
import org.weimin.kernel.Refused;
import org.weimin.linkage.About;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.LinkedEvent;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** One plan from the draft to the day and back again, over a county with rows in every room. */
@RoomTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MergedTownsTest {
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static final DivisionCode KEPT = new DivisionCode("310117003");
    private static final DivisionCode GONE = new DivisionCode("310117001");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private final Actor.Staff drafter = As.staff("COUNTY_OFFICER", "310117", "divisions.plan");
    private final Actor.Staff officer = As.staff("COUNTY_OFFICER", "310117", "casework.view");
    private final Actor.Staff leader = As.staff("COUNTY_LEADER", "310117", "divisions.approve");

    @Autowired
    ApplicationContext application;

    @Autowired
    Plans plans;

    @Autowired
    PlanRuns runs;

    @Autowired
    Divisions divisions;

    @Autowired
    Linkage linkage;

    @Autowired
    List<PlaceFigure> figures;

    @Autowired
    SavedFilters saved;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private PlanId plan = PlanId.next();
    private String before = "";
    private Map<String, Long> counted = Map.of();

    @BeforeAll
    void a_small_county() {
        SmallCounty.fill(application, 200);
        before = everyRow().places();
        counted = counted();
    }

    @AfterAll
    void the_list_again() throws SQLException {
        everyRow().listedAgain();
    }

    @Test
    @Order(1)
    void a_day_that_is_past_or_no_first_of_a_month_is_refused() {
        assertThat(refusal(() -> begin(LocalDate.of(2025, 12, 1)))).isEqualTo("divisions.plan.closed-year");
        assertThat(refusal(() -> begin(LocalDate.of(2026, 8, 1)))).isEqualTo("divisions.plan.past");
        assertThat(refusal(() -> begin(LocalDate.of(2026, 10, 2)))).isEqualTo("divisions.plan.not-first");
        assertThat(refusal(() -> new Plan.Purpose("方案", "", " "))).isEqualTo("divisions.plan.no-reason");
    }

    @Test
    @Order(2)
    void a_rehearsal_counts_every_row_and_leaves_none_changed() {
        plan = begin(DAY);
        Acting.as(
                drafter,
                () -> plans.change(
                        plan,
                        (drawing, atlas) -> drawing.merge(atlas, List.of(KEPT, GONE), "方松街道", Optional.of(KEPT))));
        Rehearsal found = Acting.as(drafter, () -> runs.rehearse(plan));
        assertThat(found.conflicts()).filteredOn(Conflict::blocks).isEmpty();
        assertThat(found.conflicts())
                .extracting(Conflict::key)
                .contains("divisions.conflict.offices", "access.conflict.leaders");
        assertThat(rows(found, "people.person")).isEqualTo(residents(GONE));
        assertThat(rows(found, "access.post")).isPositive();
        assertThat(found.touches()).extracting(Rehearsal.Touch::before).allMatch(GONE::contains);
        assertThat(everyRow().places()).isEqualTo(before);
        assertThat(drawn(true)).isEqualTo(counted);
        assertThat(TownFigures.sums(drawn(false))).isEqualTo(TownFigures.sums(counted));
    }

    @Test
    @Order(3)
    void nobody_carries_out_or_approves_before_it_is_time() {
        assertThat(refusal(() -> Acting.as(leader, () -> plans.approve(plan))))
                .isEqualTo("divisions.plan.not-consulted");
        assertThat(refusal(() -> Acting.as(leader, () -> runs.carryOut(plan))))
                .isEqualTo("divisions.plan.not-approved");
        assertThat(refusal(() -> Acting.as(
                        drafter, () -> plans.consult(plan, clock.today().plusDays(3)))))
                .isEqualTo("divisions.plan.window");
        Acting.as(drafter, () -> plans.consult(plan, clock.today().plusDays(7)));
        Acting.as(drafter, () -> plans.addOpinion(plan, "某村村民代表会议", Opinion.Stance.FOR, "赞成"));
        assertThat(refusal(() -> Acting.as(leader, () -> plans.approve(plan)))).isEqualTo("divisions.plan.window-open");
        clock.set(clock.today().plusDays(7));
        assertThat(refusal(() -> Acting.as(drafter, () -> plans.approve(plan))))
                .isEqualTo("divisions.plan.same-person");
        Acting.as(leader, () -> plans.approve(plan));
        assertThat(refusal(() -> Acting.as(leader, () -> runs.carryOut(plan)))).isEqualTo("divisions.plan.not-yet");
        assertThat(refusal(() -> Acting.as(drafter, () -> plans.change(plan, (drawing, atlas) -> Redrawing.NONE))))
                .isEqualTo("divisions.plan.fixed");
        assertThat(Acting.as(leader, () -> plans.opinions(plan))).hasSize(1);
    }

    @Test
    @Order(4)
    void what_was_approved_is_carried_out_or_nothing() throws SQLException {
        try (Connection superuser = everyRow().superuser();
                var statement = superuser.createStatement()) {
            statement.execute("UPDATE divisions.plan_target SET name = '另一街道' WHERE code = '310117003'");
            clock.set(DAY);
            assertThat(refusal(() -> Acting.as(leader, () -> runs.carryOut(plan))))
                    .isEqualTo("divisions.plan.changed-since");
            statement.execute("UPDATE divisions.plan_target SET name = '方松街道' WHERE code = '310117003'");
        }
        assertThat(everyRow().places()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void killed_in_the_middle_it_was_never_begun() throws Exception {
        try (Connection holding = everyRow().superuser();
                Connection superuser = everyRow().superuser();
                var hold = holding.createStatement();
                var statement = superuser.createStatement()) {
            holding.setAutoCommit(false);
            // The last of the tables is held, so that all others have moved when the connection dies.
            hold.execute("LOCK TABLE divisions.succession IN ACCESS EXCLUSIVE MODE");
            var carrying = CompletableFuture.runAsync(() -> Acting.as(leader, () -> runs.carryOut(plan)));
            long killed = 0;
            while (killed == 0 && !carrying.isDone()) {
                try (var row = statement.executeQuery("""
                    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                     WHERE wait_event_type = 'Lock' AND query LIKE '%divisions.carry_out%' AND pid <> pg_backend_pid()
                    """)) {
                    row.next();
                    killed = row.getLong(1);
                }
            }
            holding.rollback();
            assertThat(killed).isEqualTo(1);
            assertThatThrownBy(carrying::get).isNotNull();
        }
        assertThat(everyRow().places()).isEqualTo(before);
        assertThat(Acting.as(leader, () -> plans.get(plan)).status()).isEqualTo(Plan.Status.APPROVED);
    }

    @Test
    @Order(6)
    void on_its_day_everything_follows_and_nothing_is_left_under_the_old_code(CapturedOutput log) throws Exception {
        long together = residents(KEPT) + residents(GONE);
        Rehearsal rehearsed = Acting.as(leader, () -> plans.findRehearsal(plan)).orElseThrow();
        Acting.as(officer, () -> saved.save("岳阳街道的办件", CaseFilter.parse("place=" + GONE)));
        clock.set(DAY.minusDays(1));
        carriedOutByTheDayAndByAPersonAtTheSameMoment();
        assertThat(log.getAll()).doesNotContain("A plan of divisions could not be carried out");
        Plan done = Acting.as(leader, () -> plans.get(plan));
        assertThat(done.status()).isEqualTo(Plan.Status.CARRIED_OUT);
        assertThat(done.stuck()).isEmpty();
        assertThat(residents(KEPT)).isEqualTo(together);
        assertThat(residents(GONE)).isZero();
        assertThat(everyRow().saying(GONE.value() + "([0-9]{3})?")).isEmpty();
        assertThat(Acting.as(leader, () -> plans.findRehearsal(plan))
                        .orElseThrow()
                        .touches())
                .containsExactlyElementsOf(rehearsed.touches());
        assertThat(toldOf(KEPT))
                .extracting(LinkedEvent::kind, LinkedEvent::status)
                .containsExactly(tuple("DIVISION_CHANGE", LinkedEvent.Status.DONE));
        assertThat(toldOf(KEPT).getFirst().details()).isEqualTo(Map.of(Detail.PLACE, GONE.value()));
    }

    /** Both are held at the plan until both have asked; one of them does it, the other is told so, whoever it is. */
    private void carriedOutByTheDayAndByAPersonAtTheSameMoment() throws Exception {
        try (Connection holding = everyRow().superuser();
                Connection watching = everyRow().superuser();
                var hold = holding.createStatement();
                var watch = watching.createStatement()) {
            holding.setAutoCommit(false);
            hold.execute("SELECT FROM divisions.plan FOR UPDATE");
            var job = CompletableFuture.runAsync(() -> clock.liveThrough(DAY), Thread::startVirtualThread);
            waitFor(watch, 1, job);
            var person = CompletableFuture.supplyAsync(
                    () -> refusal(() -> Acting.as(leader, () -> runs.carryOut(plan))), Thread::startVirtualThread);
            waitFor(watch, 2, person);
            holding.rollback();
            job.get();
            assertThat(person.get()).isEqualTo("divisions.plan.already");
        }
    }

    private static void waitFor(Statement statement, int waiting, CompletableFuture<?> last) throws SQLException {
        int seen = 0;
        while (seen < waiting && !last.isDone()) {
            try (var row = statement.executeQuery("""
                SELECT count(*) FROM pg_stat_activity
                 WHERE wait_event_type = 'Lock' AND query LIKE '%divisions.carry_out%' AND pid <> pg_backend_pid()
                """)) {
                row.next();
                seen = row.getInt(1);
            }
            Thread.onSpinWait();
        }
    }

    @Test
    @Order(7)
    void whoever_served_the_old_town_sees_exactly_the_new_one() {
        var scopes = As.system(() -> db.sql("SELECT DISTINCT scope FROM access.post WHERE scope LIKE '310117001%'")
                .query(String.class)
                .list());
        assertThat(scopes).isEmpty();
        long seen = Acting.as(
                As.staff("STREET_CLERK", KEPT.value()), () -> count(db.sql("SELECT count(*) FROM people.person")));
        assertThat(seen).isEqualTo(residents(KEPT));
    }

    @Test
    @Order(8)
    void old_codes_stay_readable_and_the_tree_knows_what_became_of_them() {
        As.system(() -> {
            assertThat(divisions.shortName(GONE)).contains("岳阳街道").isNotEqualTo("岳阳街道");
            assertThat(divisions.heirOf(GONE)).isEqualTo(KEPT);
            assertThat(divisions.find(GONE, DAY.minusDays(1))).isPresent();
            assertThat(divisions.find(GONE, DAY)).isEmpty();
            assertThat(divisions.successions(GONE))
                    .extracting(Succession::after, Succession::kind)
                    .containsExactly(tuple(KEPT, Succession.Kind.MERGE));
            assertThat(divisions.orgUnits(GONE)).isEmpty();
        });
        assertThat(placeOfTheNamedList()).contains(KEPT);
    }

    @Test
    @Order(9)
    void both_geographies_sum_to_the_same_also_for_months_that_were_closed_before() {
        var old = drawn(true);
        var now = drawn(false);
        assertThat(TownFigures.sums(old)).isEqualTo(TownFigures.sums(now));
        assertThat(now).isEqualTo(counted());
        assertThat(now.keySet()).noneMatch(each -> each.endsWith(GONE.value()));
        assertThat(TownFigures.sums(old).keySet())
                .extracting(each -> each.split("\\|")[0])
                .contains("people.figure.residents", "people.figure.households", "benefits.figure.drawing");
        assertThat(TownFigures.paid(old)).isNotEmpty().isEqualTo(TownFigures.paid(counted));
    }

    @Test
    @Order(10)
    void taken_back_by_a_second_person_every_row_is_where_it_was() {
        assertThat(refusal(() -> Acting.as(drafter, () -> runs.undo(plan, "试点取消"))))
                .isEqualTo("divisions.plan.same-person");
        assertThat(refusal(() -> Acting.as(leader, () -> runs.undo(plan, " "))))
                .isEqualTo("divisions.plan.undo-reason");
        clock.set(DAY.plusDays(20));
        var old = drawn(true);
        Acting.as(leader, () -> runs.undo(plan, "试点取消"));
        assertThat(everyRow().places()).isEqualTo(before);
        assertThat(counted()).isEqualTo(old);
        assertThat(toldOf(KEPT)).extracting(LinkedEvent::status).containsExactly(LinkedEvent.Status.REFUSED);
        As.system(() -> {
            assertThat(divisions.get(GONE).name()).isNotBlank();
            assertThat(divisions.heirOf(KEPT)).isEqualTo(KEPT);
            assertThat(divisions.orgUnits(GONE)).isNotEmpty();
        });
        assertThat(placeOfTheNamedList()).contains(GONE);
        assertThat(refusal(() -> Acting.as(leader, () -> runs.undo(plan, "再一次"))))
                .isEqualTo("divisions.plan.not-carried-out");
    }

    private List<LinkedEvent> toldOf(DivisionCode division) {
        return As.system(() -> linkage.about(List.of(About.of(division))));
    }

    private Map<String, Long> counted() {
        return Acting.as(leader, () -> TownFigures.counted(figures, COUNTY));
    }

    private Map<String, Long> drawn(boolean old) {
        return Acting.as(leader, () -> TownFigures.drawn(figures, plans.geography(plans.get(plan)), old));
    }

    private Optional<DivisionCode> placeOfTheNamedList() {
        return Acting.as(officer, saved::list).getFirst().filter().place();
    }

    private EveryRow everyRow() {
        return new EveryRow(application);
    }

    private PlanId begin(LocalDate on) {
        return Acting.as(drafter, () -> plans.begin(COUNTY, new Plan.Purpose("街道合并", "沪府〔2026〕1号", "精简机构"), on));
    }

    private static long rows(Rehearsal found, String table) {
        return found.touches().stream()
                .filter(touch -> touch.table().equals(table))
                .mapToLong(Rehearsal.Touch::rows)
                .sum();
    }

    private long residents(DivisionCode town) {
        return As.system(() -> count(db.sql("SELECT count(*) FROM people.person WHERE area >= :from AND area < :until")
                .param("from", town.value())
                .param("until", town.areaUntil())));
    }

    private long count(JdbcClient.StatementSpec question) {
        return Optional.ofNullable(
                        transaction.execute(status -> question.query(Long.class).single()))
                .orElseThrow();
    }

    private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        var refusal = new String[1];
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, refused -> refusal[0] = refused.code());
        return refusal[0];
    }
}
