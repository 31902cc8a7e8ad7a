package org.weimin.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.weimin.access.Role;
import org.weimin.kernel.IdentityNumber;
import org.weimin.testing.Browser;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;

/** Somebody comes to the window whom the register does not have. */
@RoomTest
class RegisterAtTheWindowTest {
    private static int sequence = 800;

    @Autowired
    SignedIn signedIn;

    @LocalServerPort
    int port;

    private Browser clerk;
    private String identity;

    @BeforeEach
    void a_clerk_and_a_newcomer() {
        clerk = new Browser(port, signedIn.as(Role.STREET_CLERK, "310117003"));
        String seventeen = "99011719700303" + ++sequence;
        identity = seventeen + IdentityNumber.checkOf(seventeen);
    }

    @Test
    void a_newcomer_is_registered_as_head_of_a_household_and_may_ask_at_once() {
        String household = register("310117003001", "HEAD");
        assertThat(household).startsWith("/households/");
        assertThat(clerk.get(household)).contains("石新来", "文诚路2号");
        assertThat(clerk.get("/intake/new?household=" + household.substring("/households/".length())))
                .contains("最低生活保障");
        assertThat(clerk.get("/people?q=" + identity)).contains("石新来");
    }

    @Test
    void whoever_passes_through_is_registered_without_a_household() {
        assertThat(register("310117003001", "NONE")).startsWith("/people/");
    }

    @Test
    void nobody_is_registered_twice_or_in_the_area_of_others() {
        register("310117003001", "HEAD");
        assertThatThrownBy(() -> register("310117003001", "HEAD")).hasMessageContaining("已经登记过");
        a_clerk_and_a_newcomer();
        assertThatThrownBy(() -> register("310117004001", "HEAD")).hasMessageContaining("不在您的辖区");
    }

    private String register(String place, String home) {
        return clerk.submit(
                "/people/new",
                Map.of("identity", identity, "name", "石新来", "place", place, "address", "文诚路2号", "home", home));
    }
}
