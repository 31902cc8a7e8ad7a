package org.weimin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.access.internal.SignIn;
import org.weimin.access.internal.Stage;
import org.weimin.access.internal.Totp;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

@RoomTest
class SignInTest {
    private static final String PASSWORD = "River7Stone!Lamp";
    private static int count;

    @Autowired
    Staffing staffing;

    @Autowired
    SignIn signIn;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private String name;
    private StaffId clerk;
    private String address;

    @BeforeEach
    void a_clerk_with_a_post_and_a_password() {
        name = "clerk" + ++count;
        address = "192.0.2." + count;
        clerk = employ(name);
        appoint(clerk, "方松街道经办员 " + count);
        signIn.accept(As.system(() -> staffing.invite(clerk)), PASSWORD);
    }

    @Test
    void name_and_password_lead_to_the_only_post() {
        String token = signIn.password(name, PASSWORD, address).orElseThrow();
        var session = signIn.session(token).orElseThrow();
        assertThat(session.stage()).isEqualTo(Stage.OPEN);
        assertThat(session.post().orElseThrow().role()).isEqualTo(Role.STREET_CLERK);
    }

    @Test
    void five_wrong_passwords_lock_the_account_even_for_the_right_one() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn.password(name, "wrong", address)).isEmpty();
        }
        assertThat(signIn.password(name, PASSWORD, address)).isEmpty();
        system("UPDATE access.credential SET locked_until = now() - interval '1 second' WHERE staff_id = ?");
        assertThat(signIn.password(name, PASSWORD, address)).isPresent();
    }

    @Test
    void guesses_made_at_the_same_moment_get_no_more_than_five_answers() throws Exception {
        List<Callable<Boolean>> guesses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            guesses.add(() -> signIn.password(name, "wrong", "198.51.100.7").isPresent());
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            threads.invokeAll(guesses);
        }
        int counted = As.system(
                () -> transaction.execute(status -> db.sql("SELECT failures FROM access.credential WHERE staff_id = ?")
                        .param(clerk.value())
                        .query(Integer.class)
                        .single()));
        assertThat(counted).isEqualTo(5);
    }

    @Test
    void one_address_may_not_try_every_name() {
        for (int i = 0; i < 50; i++) {
            signIn.password("nobody" + i, "wrong", "203.0.113.9");
        }
        assertThatThrownBy(() -> signIn.password(name, PASSWORD, "203.0.113.9"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("too-many");
    }

    @Test
    void an_unknown_name_takes_as_long_as_a_wrong_password() {
        var known = new long[21];
        var unknown = new long[21];
        for (int i = 0; i < known.length; i++) {
            system("UPDATE access.credential SET failures = 0, locked_until = NULL WHERE staff_id = ?");
            known[i] = time(name, "192.0.2.200");
            unknown[i] = time("nobody", "192.0.2.201");
        }
        Arrays.sort(known);
        Arrays.sort(unknown);
        assertThat(Math.abs(known[10] - unknown[10])).isLessThan(50_000_000);
    }

    @Test
    void a_disabled_official_is_out_at_the_next_look() {
        String token = signIn.password(name, PASSWORD, address).orElseThrow();
        As.system(() -> staffing.disable(clerk));
        assertThat(signIn.session(token)).isEmpty();
        assertThat(signIn.password(name, PASSWORD, address)).isEmpty();
    }

    @Test
    void an_idle_session_and_one_open_all_day_are_over() {
        String idle = signIn.password(name, PASSWORD, address).orElseThrow();
        system("UPDATE access.session SET last_seen_at = now() - interval '31 minutes' WHERE staff_id = ?");
        assertThat(signIn.session(idle)).isEmpty();
        String long_ago = signIn.password(name, PASSWORD, address).orElseThrow();
        system("UPDATE access.session SET started_at = now() - interval '601 minutes' WHERE staff_id = ?");
        assertThat(signIn.session(long_ago)).isEmpty();
    }

    @Test
    void a_second_factor_once_connected_is_asked_for_and_a_code_is_good_once() {
        String token = signIn.password(name, PASSWORD, address).orElseThrow();
        String secret = Totp.newSecret();
        assertThat(signIn.enrol(token, secret, Totp.codeAt(secret, now() - 30))).isPresent();
        String half = signIn.password(name, PASSWORD, address).orElseThrow();
        assertThat(signIn.session(half).orElseThrow().stage()).isEqualTo(Stage.CODE);
        String code = Totp.codeAt(secret, now());
        String whole = signIn.code(half, code).orElseThrow();
        assertThat(signIn.session(whole).orElseThrow().stage()).isEqualTo(Stage.OPEN);
        assertThat(signIn.session(half)).as("the cookie changes at every stage").isEmpty();
        String again = signIn.password(name, PASSWORD, address).orElseThrow();
        assertThat(signIn.code(again, code)).isEmpty();
    }

    @Test
    void whoever_still_owes_the_code_can_neither_connect_an_authenticator_nor_change_the_password() {
        String token = signIn.password(name, PASSWORD, address).orElseThrow();
        String secret = Totp.newSecret();
        signIn.enrol(token, secret, Totp.codeAt(secret, now()));
        String half = signIn.password(name, PASSWORD, address).orElseThrow();
        String thiefs = Totp.newSecret();
        assertThatThrownBy(() -> signIn.enrol(half, thiefs, Totp.codeAt(thiefs, now())))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> signIn.changePassword(half, PASSWORD, "Other8Stone!Lamp"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void knowing_the_password_gives_no_more_guesses_at_the_code() {
        String secret = Totp.newSecret();
        signIn.enrol(signIn.password(name, PASSWORD, address).orElseThrow(), secret, Totp.codeAt(secret, now()));
        String half = signIn.password(name, PASSWORD, address).orElseThrow();
        assertThat(signIn.code(half, "wrong")).isEmpty();
        half = signIn.password(name, PASSWORD, address).orElseThrow();
        assertThat(signIn.code(half, "wrong")).isEmpty();
        signIn.password(name, PASSWORD, address);
        assertThat(signIn.password(name, PASSWORD, address)).as("locked").isEmpty();
    }

    @Test
    void a_connected_authenticator_is_replaced_only_after_another_person_disconnected_it() {
        String token = signIn.password(name, PASSWORD, address).orElseThrow();
        String secret = Totp.newSecret();
        signIn.enrol(token, secret, Totp.codeAt(secret, now()));
        String thiefs = Totp.newSecret();
        assertThatThrownBy(() -> signIn.enrol(token, thiefs, Totp.codeAt(thiefs, now())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already");
        Acting.as(As.staff("SECURITY_ADMIN", "310117"), () -> signIn.forgetSecondFactor(clerk));
        assertThat(signIn.session(token)).isEmpty();
        String again = signIn.password(name, PASSWORD, address).orElseThrow();
        assertThat(signIn.enrol(again, secret, Totp.codeAt(secret, now()))).isPresent();
    }

    @Test
    void a_secret_that_is_no_secret_is_a_wrong_code() {
        String token = signIn.password(name, PASSWORD, address).orElseThrow();
        assertThat(signIn.enrol(token, "", "000000")).isEmpty();
        assertThat(signIn.enrol(token, "短", "000000")).isEmpty();
    }

    @Test
    void an_invitation_used_signs_every_older_browser_out() {
        String stolen = signIn.password(name, PASSWORD, address).orElseThrow();
        signIn.accept(As.system(() -> staffing.invite(clerk)), "Fresh9Stone!Lamp");
        assertThat(signIn.session(stolen)).isEmpty();
    }

    @Test
    void an_old_password_has_to_be_changed_and_may_not_come_back() {
        system("UPDATE access.credential SET password_set_at = now() - interval '91 days' WHERE staff_id = ?");
        String token = signIn.password(name, PASSWORD, address).orElseThrow();
        assertThat(signIn.session(token).orElseThrow().stage()).isEqualTo(Stage.NEW_PASSWORD);
        assertThatThrownBy(() -> signIn.changePassword(token, PASSWORD, PASSWORD))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("used-before");
        String changed = signIn.changePassword(token, PASSWORD, "Other8Stone!Lamp");
        assertThat(signIn.session(changed).orElseThrow().stage()).isEqualTo(Stage.OPEN);
        assertThat(signIn.session(token)).isEmpty();
    }

    @Test
    void who_holds_two_posts_chooses_one_and_may_change_seats() {
        appoint(clerk, "岳阳街道经办员 " + count);
        String token = signIn.password(name, PASSWORD, address).orElseThrow();
        assertThat(signIn.session(token).orElseThrow().stage()).isEqualTo(Stage.CHOOSE_POST);
        var posts = As.system(() -> staffing.postsOf(clerk));
        String first = signIn.choose(token, posts.get(0).id());
        String second = signIn.choose(first, posts.get(1).id());
        assertThat(signIn.session(second).orElseThrow().post()).contains(posts.get(1));
        assertThat(signIn.session(first)).as("the cookie changes with the role").isEmpty();
    }

    @Test
    void nobody_sits_down_in_a_post_of_somebody_else() {
        var other = employ("other" + count);
        appoint(other, "他人的岗位 " + count);
        var foreign = As.system(() -> staffing.postsOf(other)).getFirst().id();
        String token = signIn.password(name, PASSWORD, address).orElseThrow();
        assertThatThrownBy(() -> signIn.choose(token, foreign)).isInstanceOf(Refused.class);
    }

    @Test
    void an_invitation_is_good_once_and_a_later_one_voids_it() {
        String first = As.system(() -> staffing.invite(clerk));
        String second = As.system(() -> staffing.invite(clerk));
        assertThatThrownBy(() -> signIn.accept(first, "Fresh9Stone!Lamp")).isInstanceOf(Refused.class);
        signIn.accept(second, "Fresh9Stone!Lamp");
        assertThatThrownBy(() -> signIn.accept(second, "Again9Stone!Lamp")).isInstanceOf(Refused.class);
    }

    @Test
    void opening_an_account_and_giving_it_a_post_are_two_peoples_work() {
        var admin = As.staff("SYSTEM_ADMIN", "310117");
        As.system(() -> insertAs(admin.id()));
        var made = Acting.as(admin, () -> staffing.employ(EmployStaff.of("新人", "new" + count)));
        var post = As.system(() -> post("新岗位 " + count));
        assertThatThrownBy(() -> Acting.as(admin, () -> staffing.appoint(made, post, TestClock.FIRST_DAY)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("two-people");
        assertThatThrownBy(() -> Acting.as(admin, () -> staffing.appoint(admin.id(), post, TestClock.FIRST_DAY)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_post_has_one_holder_and_is_free_again_when_relieved() {
        var post = As.system(() -> post("独席 " + count));
        var next = employ("next" + count);
        As.system(() -> staffing.appoint(clerk, post, TestClock.FIRST_DAY));
        assertThatThrownBy(() -> As.system(() -> staffing.appoint(next, post, TestClock.FIRST_DAY)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("taken");
        As.system(() -> staffing.relieve(clerk, post, TestClock.FIRST_DAY.plusDays(10)));
        As.system(() -> staffing.appoint(next, post, TestClock.FIRST_DAY.plusDays(10)));
        assertThat(As.system(() -> staffing.postsOf(clerk))).hasSize(2);
        clock.set(TestClock.FIRST_DAY.plusDays(10));
        assertThat(As.system(() -> staffing.postsOf(clerk))).hasSize(1);
        assertThat(As.system(() -> staffing.postsOf(next))).hasSize(1);
        clock.set(TestClock.FIRST_DAY);
    }

    @Test
    void nobody_but_the_sign_in_desk_reads_a_credential() {
        for (String table : List.of("credential", "session", "invitation", "old_password")) {
            var admin = As.staff("SYSTEM_ADMIN", "31");
            Long rows = Acting.as(
                    admin,
                    () -> transaction.execute(status -> db.sql("SELECT count(*) FROM access." + table)
                            .query(Long.class)
                            .single()));
            assertThat(rows).as(table).isZero();
        }
    }

    private StaffId employ(String signInName) {
        return As.system(() -> staffing.employ(EmployStaff.of("陈" + count, signInName)));
    }

    private void appoint(StaffId staff, String title) {
        As.system(() -> staffing.appoint(staff, post(title), LocalDate.of(2020, 1, 1)));
    }

    private org.weimin.kernel.PostId post(String title) {
        return staffing.openPost(title, Role.STREET_CLERK, Optional.empty(), new DivisionCode("310117001"));
    }

    private void insertAs(StaffId id) {
        transaction.executeWithoutResult(status -> db.sql("INSERT INTO access.staff (id, name) VALUES (?, '管理员')")
                .param(id.value())
                .update());
    }

    private void system(String sql) {
        As.system(() -> transaction.executeWithoutResult(
                status -> db.sql(sql).param(clerk.value()).update()));
    }

    private long now() {
        return As.system(() -> transaction.execute(status -> db.sql("SELECT extract(epoch FROM now())::bigint")
                .query(Long.class)
                .single()));
    }

    private long time(String signInName, String from) {
        long start = System.nanoTime();
        signIn.password(signInName, "wrong", from);
        return System.nanoTime() - start;
    }
}
