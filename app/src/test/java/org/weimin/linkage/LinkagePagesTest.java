package org.weimin.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.weimin.access.Role;
import org.weimin.divisions.Divisions;
import org.weimin.engine.LinkEffect;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.people.FoundHousehold;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.testing.As;
import org.weimin.testing.Browser;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;
import org.weimin.testing.TestClock;

/** Events, the linkage table and the integration map, as officials see them. */
@RoomTest
class LinkagePagesTest {
    private static final String STREET = "310117003";
    private static final DivisionCode COMMUNITY = new DivisionCode("310117003001");
    private static final AtomicInteger SEQUENCE = new AtomicInteger(500);

    @Autowired
    People people;

    @Autowired
    Linkage linkage;

    @Autowired
    Integration integration;

    @Autowired
    UnreadLines unread;

    @Autowired
    Divisions divisions;

    @Autowired
    SignedIn signedIn;

    @LocalServerPort
    int port;

    private record Living(PersonId person, HouseholdId household) {}

    private Living living(String name) {
        String seventeen = "31011719510812" + SEQUENCE.incrementAndGet();
        var identity = new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
        return As.system(() -> {
            PersonId person = people.register(new RegisterPerson(identity, name, COMMUNITY, "文诚路9号", ""));
            HouseholdId household =
                    people.found(new FoundHousehold(person, COMMUNITY, "文诚路9号", TestClock.FIRST_DAY.minusYears(4)));
            return new Living(person, household);
        });
    }

    private Browser clerk() {
        return new Browser(port, signedIn.as(Role.STREET_CLERK, STREET));
    }

    @Test
    void a_clerk_finds_the_person_registers_what_happened_and_sees_what_it_caused() {
        Living somebody = living("钱月英");
        Browser clerk = clerk();
        assertThat(clerk.get("/events/new?kind=AGE_80")).doesNotContain("name=\"happenedOn\"");
        assertThat(clerk.get("/events/new?kind=HOME_ADMISSION&q=qyy")).contains("钱月英", "subject=" + somebody.person());
        String number = "证明-" + SEQUENCE.incrementAndGet();
        String event = clerk.post(
                "/events",
                Map.of(
                        "kind",
                        "HOME_ADMISSION",
                        "subject",
                        somebody.person().toString(),
                        "happenedOn",
                        TestClock.FIRST_DAY.minusDays(3).toString(),
                        "number",
                        number));
        assertThat(clerk.get(event)).contains("入住养老、福利机构", "钱月英", "窗口登记", "一、报来的内容", "二、依次核对", "不联动的事项");
        assertThat(clerk.get("/events?kind=HOME_ADMISSION")).contains("钱月英", number);
        assertThat(clerk.get("/households/" + somebody.household())).contains("生活事件", "入住养老、福利机构");
        assertThat(clerk.get("/people/" + somebody.person())).contains("入住养老、福利机构");
    }

    @Test
    void what_may_not_be_registered_is_said_on_the_form_in_the_readers_language() {
        Living somebody = living("孙桂珍");
        Map<String, String> unnumbered = Map.of(
                "kind",
                "HOME_ADMISSION",
                "subject",
                somebody.person().toString(),
                "happenedOn",
                TestClock.FIRST_DAY.toString(),
                "number",
                " ");
        assertThat(clerk().ask("/events", unnumbered, 422)).contains("role=\"alert\"", "孙桂珍");
        assertThat(clerk().get("/events/new?kind=DEATH&lang=en")).contains("Register an event");
    }

    @Test
    void a_message_nobody_could_read_is_put_right_by_the_county() {
        As.system(() -> divisions.organise(new DivisionCode("310117")));
        Living somebody = living("冯阿大");
        String number = As.system(() -> people.identityNumber(somebody.person(), "test"))
                .value();
        As.system(() -> unread.keep(
                "public-security", new EventLine("WON_THE_LOTTERY", "R-1", number, "2026-07-20", Map.of())));
        Browser officer = new Browser(port, signedIn.as(Role.COUNTY_OFFICER, "310117"));
        assertThat(officer.get("/events")).contains("/events/unread", "读不懂");
        String list = officer.get("/events/unread");
        assertThat(list).contains("R-1", "没有“WON_THE_LOTTERY”这种事件").doesNotContain(number);
        String page = list.replaceFirst("(?s).*href=\"(/events/unread/[0-9a-f-]+)\".*", "$1");
        assertThat(officer.get(page + "?lang=en")).contains(number, "Put right and register");
        Map<String, String> right =
                Map.of("kind", "HOME_ADMISSION", "number", "R-1", "subject", number, "happenedOn", "2026-07-20");
        assertThat(officer.get(officer.post(page, right))).contains("冯阿大", "入住养老、福利机构");
        assertThat(officer.get("/events/unread?lang=zh")).contains("没有读不懂的来文");
    }

    @Test
    void another_street_neither_sees_the_event_nor_settles_it() {
        Living somebody = living("周阿妹");
        String event = clerk().post(
                        "/events",
                        Map.of(
                                "kind",
                                "HOSPITAL_BILL",
                                "subject",
                                somebody.person().toString(),
                                "happenedOn",
                                TestClock.FIRST_DAY.minusDays(2).toString(),
                                "amount",
                                "52000.00",
                                "number",
                                "账单-" + somebody.person()));
        var elsewhere = new Browser(port, signedIn.as(Role.STREET_CLERK, "310117004"));
        assertThat(elsewhere.find(event)).isEmpty();
        assertThat(elsewhere.get("/events")).doesNotContain("周阿妹");
        var leader = new Browser(port, signedIn.as(Role.STREET_LEADER, STREET));
        assertThat(leader.get(event)).contains("周阿妹").doesNotContain("name=\"dismissedWhy\"");
    }

    @Test
    void every_cell_of_the_table_opens_its_reason() {
        Browser clerk = clerk();
        assertThat(clerk.get("/linkages")).contains("社会救助", "/linkages/DEATH#dibao", "复核", "终结");
        assertThat(clerk.get("/linkages?line=WE")).contains("/linkages/AGE_80#gaoling-jintie");
        assertThat(clerk.get("/linkages/DEATH"))
                .contains("id=\"dibao\"", "id=\"muxue-dengji\"", "安葬由家属自己选", "不必先听取意见", "先听意见");
        assertThat(clerk.find("/linkages/WEDDING")).isEmpty();
    }

    @Test
    void the_map_shows_each_line_with_its_own_queue_and_what_two_lines_share() {
        var officer = new Browser(port, signedIn.as(Role.COUNTY_OFFICER, "310117"));
        assertThat(officer.get("/integration"))
                .contains("整合图", "<svg class=\"ties\"", "/integration/pairs/SA/WE", "社会福利", "暂不合算");
        assertThat(officer.get("/integration?links=all")).contains("/linkages/DEATH#dibao");
        assertThat(officer.get("/integration/lines/SA")).contains("/cases?list=OVERDUE&whose=ALL&matter=dibao");
        assertThat(officer.get("/integration/pairs/SA/WE")).contains("死亡", "材料", "共用");
        assertThat(officer.find("/integration/pairs/SA/XX")).isEmpty();
        assertThat(officer.find("/integration/lines/XX")).isEmpty();
        assertThat(officer.get("/integration/pairs/SA/WE")).contains("/integration/done?line=SA&amp;other=WE");
        assertThat(officer.get("/integration/done?line=SA&other=WE&saves=visits"))
                .contains("社会救助–社会福利", "省了跑腿的");
    }

    @Test
    void a_tie_is_between_nought_and_one_and_loose_lines_stay_apart() {
        IntegrationMap map = As.system(() -> integration.map());
        assertThat(map.ties())
                .hasSize(13 * 12 / 2)
                .allSatisfy(tie -> assertThat(tie.hundredths()).isBetween(0, 100));
        assertThat(As.system(() -> integration.tie("SA", "WE")).isLoose()).isFalse();
        assertThat(As.system(() -> integration.tie("PN", "MR")).isLoose()).isTrue();
        assertThatThrownBy(() -> As.system(() -> integration.tie("SA", "SA"))).isInstanceOf(NotFound.class);
    }

    /** A link nobody has used saved nothing, and its upkeep runs all the same. */
    @Test
    void a_link_that_was_never_used_is_not_worth_it_yet() {
        IntegrationMap map = As.system(() -> integration.map());
        assertThat(map.links())
                .hasSameSizeAs(linkage.table().cells().stream()
                        .filter(cell -> cell.effect() != LinkEffect.NONE)
                        .map(cell -> List.of(cell.event(), cell.matter()))
                        .distinct()
                        .toList())
                .filteredOn(link -> link.gain().times() == 0)
                .isNotEmpty()
                .allSatisfy(link -> {
                    assertThat(link.gain().upkeepMinutes()).isPositive();
                    assertThat(link.gain().pays(map.rates())).isFalse();
                });
    }
}
