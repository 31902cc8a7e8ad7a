package org.weimin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main road of the house, from the window to the bank, walked by the people of the demo county one after another. */
@ExtendWith(Chromium.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainRoadIT {
    private static Browser browser;
    private static String home;

    @BeforeAll
    static void open_the_county() {
        home = DemoCounty.running().address();
        browser = Chromium.start();
    }

    @AfterAll
    static void nothing_broke_on_the_way() {
        assertThat(Person.faults()).as("errors in the browser").isEmpty();
        assertThat(Person.inaccessible()).as("barriers").isEmpty();
    }

    @Test
    @Order(1)
    void everybody_of_the_demo_is_on_the_sign_in_page() {
        var visitor = Person.at(browser, home).open("/sign-in");
        assertThat(visitor.text()).contains("街镇经办员", "区民政局审核员", "发放经办员", "发放审批员");
        visitor.look("sign-in");
        visitor.leave();
    }

    @Test
    @Order(2)
    void a_wrong_password_is_answered_with_what_to_do_next() {
        var visitor = Person.at(browser, home).open("/sign-in");
        visitor.fill("登录名", "nobody")
                .fill("口令", "wrong")
                .page()
                .getByText("登录", exact())
                .last()
                .click();
        assertThat(visitor.text()).contains("登录名和口令不匹配");
        visitor.leave();
    }

    @Test
    @Order(3)
    void administrators_see_who_sits_where() {
        var admin = Person.signedInAs("夏天", browser, home);
        admin.open("/staff").look("staff");
        admin.open("/posts").look("posts");
        admin.leave();
    }

    @Test
    @Order(4)
    void the_street_clerk_finds_a_household_by_initials() {
        var clerk = Person.signedInAs("俞晓峰", browser, home);
        clerk.open("/people").look("people");
        clerk.page().getByLabel("姓名").first().fill("cgf");
        clerk.page().keyboard().press("Enter");
        clerk.see("陈桂芳").look("people-found");
        clerk.follow("陈桂芳").see("文诚路86弄12号302室").look("household");
        clerk.leave();
    }

    @Test
    @Order(5)
    void the_officer_reads_the_law_and_the_map() {
        var officer = Person.signedInAs("顾国平", browser, home);
        officer.open("/policy").look("policy");
        officer.open("/policy/dibao").look("policy-dibao");
        officer.open("/divisions").look("divisions");
        officer.open("/ledger").look("ledger");
        officer.leave();
    }

    private static com.microsoft.playwright.Page.GetByTextOptions exact() {
        return new com.microsoft.playwright.Page.GetByTextOptions().setExact(true);
    }
}
