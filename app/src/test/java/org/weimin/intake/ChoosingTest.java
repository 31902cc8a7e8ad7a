package org.weimin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.weimin.access.Role;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.people.FoundHousehold;
import org.weimin.people.JoinHousehold;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.testing.As;
import org.weimin.testing.Browser;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;

/** What the window offers: found by any words, what is likely first, what the registers rule out last and with why. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChoosingTest {
    private static final DivisionCode PLACE = new DivisionCode("310117003001");

    @Autowired
    People people;

    @Autowired
    SignedIn signedIn;

    @LocalServerPort
    int port;

    private String window;
    private Browser clerk;

    @BeforeAll
    void an_old_woman_and_her_grandchild() {
        clerk = new Browser(port, signedIn.as(Role.STREET_CLERK, "310117003"));
        window = "/intake/new?household="
                + As.system(() -> {
                    var old =
                            people.register(new RegisterPerson(identity("99011719450301561"), "沈阿婆", PLACE, "路1号", ""));
                    var young =
                            people.register(new RegisterPerson(identity("99011720150301561"), "沈小宝", PLACE, "路1号", ""));
                    HouseholdId home = people.found(new FoundHousehold(old, PLACE, "路1号", LocalDate.of(2015, 5, 1)));
                    people.join(new JoinHousehold(home, young, "41", LocalDate.of(2015, 5, 1), ""));
                    return home;
                });
    }

    @Test
    void what_is_likely_stands_first_and_what_is_ruled_out_last_with_the_reason() {
        String page = main(window);
        assertThat(page).contains("按登记的情况，可能可以享受", "按登记的情况，目前不符合");
        String likely = page.substring(page.indexOf("可能可以享受"), page.indexOf("<details"));
        assertThat(likely).contains("高龄津贴", "沈阿婆", "符合条件：每月").doesNotContain("沈小宝", "结婚登记");
        String unlikely = page.substring(page.indexOf("目前不符合"));
        assertThat(unlikely).contains("结婚登记", "本人未到法定结婚年龄", "登记的情况有变化的，仍然可以申请");
    }

    @Test
    void it_is_found_by_words_by_initials_and_by_what_has_happened() {
        assertThat(sought("q=" + URLEncoder.encode("老人过世", StandardCharsets.UTF_8)))
                .contains("火化登记")
                .doesNotContain("结婚登记");
        assertThat(sought("q=gljt")).contains("高龄津贴").doesNotContain("火化登记");
        assertThat(sought("event=DEATH")).contains("火化登记").doesNotContain("结婚登记");
        assertThat(sought("q=xyzzyplugh")).contains("没有找到");
    }

    private String sought(String words) {
        return main(window + "&" + words);
    }

    private String main(String path) {
        String page = clerk.get(path);
        return page.substring(page.indexOf("<main"));
    }

    private static IdentityNumber identity(String seventeen) {
        return new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
    }
}
