package org.weimin.divisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.access.Role;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Refused;
import org.weimin.testing.As;
import org.weimin.testing.Browser;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;
import org.weimin.testing.TestClock;

/** Which kind of place a village or community is: by its name until the county says so, and across a merger. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommunitiesTest {
    private static final DivisionCode COUNTY = new DivisionCode("990201");
    private static final DivisionCode VILLAGE = new DivisionCode("990201001001");
    private static final DivisionCode NEIGHBOUR = new DivisionCode("990201001002");
    private static final DivisionCode ESTATE = new DivisionCode("990201001003");
    private static final DivisionCode JOINED = new DivisionCode("990201001004");
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final LocalDate TODAY = TestClock.FIRST_DAY;
    private final Actor.Staff officer = As.staff("COUNTY_OFFICER", "990201", "divisions.communities-say");

    @Autowired
    Communities communities;

    @Autowired
    Divisions divisions;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SignedIn signedIn;

    @LocalServerPort
    int port;

    @BeforeAll
    void a_county_with_one_town() {
        As.system(() -> {
            divisions.add(COUNTY, "示范县", START);
            divisions.add(new DivisionCode("990201001"), "城关镇", START);
            divisions.add(VILLAGE, "东村村委会", START);
            divisions.add(NEIGHBOUR, "西村村委会", START);
            divisions.add(ESTATE, "锦绣社区居委会", START);
            divisions.add(JOINED, "新合村委会", START);
        });
    }

    private CommunityKind kind(DivisionCode code, LocalDate on) {
        return As.system(() -> communities.list(code, on)).getFirst().kind();
    }

    private void say(DivisionCode code, CommunityKind kind, LocalDate from) {
        Acting.as(officer, () -> communities.say(Map.of(code, kind), from));
    }

    @Test
    void its_name_tells_until_the_county_says_so_and_the_past_stays_as_it_was() {
        assertThat(kind(ESTATE, TODAY)).isEqualTo(CommunityKind.URBAN);
        say(ESTATE, CommunityKind.LARGE_ESTATE, LocalDate.of(2025, 3, 1));
        assertThat(kind(ESTATE, TODAY)).isEqualTo(CommunityKind.LARGE_ESTATE);
        assertThat(kind(ESTATE, LocalDate.of(2025, 2, 28))).isEqualTo(CommunityKind.URBAN);
    }

    @Test
    void a_merged_village_is_what_both_were_and_nothing_is_guessed_where_they_differed() {
        say(VILLAGE, CommunityKind.TOWN_ADMINISTERED, START);
        say(NEIGHBOUR, CommunityKind.TOWN_ADMINISTERED, START);
        As.system(() -> transaction.executeWithoutResult(status -> {
            succeeds(VILLAGE);
            succeeds(NEIGHBOUR);
        }));
        assertThat(kind(JOINED, TODAY)).isEqualTo(CommunityKind.TOWN_ADMINISTERED);
        say(NEIGHBOUR, CommunityKind.NEW_TOWN, START);
        assertThat(kind(JOINED, TODAY)).isEqualTo(CommunityKind.VILLAGE);
        say(JOINED, CommunityKind.MATURE, TODAY);
        assertThat(kind(JOINED, TODAY)).isEqualTo(CommunityKind.MATURE);
    }

    private void succeeds(DivisionCode before) {
        db.sql("""
            INSERT INTO divisions.succession (id, before_code, after_code, kind, happened_on, document)
            VALUES (:id, :before, :after, 'MERGE', :on, '示政发〔2026〕1号')
            """)
                .param("id", Ids.next())
                .param("before", before.value())
                .param("after", JOINED.value())
                .param("on", TODAY)
                .update();
    }

    @Test
    void only_a_community_of_the_own_county_that_stands_on_that_day_has_a_kind() {
        for (var wrong : Map.of(
                        new DivisionCode("990201001"),
                        TODAY,
                        new DivisionCode("310117003001"),
                        TODAY,
                        ESTATE,
                        START.minusDays(1))
                .entrySet()) {
            assertThatThrownBy(() -> say(wrong.getKey(), CommunityKind.MATURE, wrong.getValue()))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("divisions.communities.unknown");
        }
    }

    @Test
    void an_officer_changes_one_of_the_list_and_each_number_opens_its_own() {
        Browser county = new Browser(port, signedIn.as(Role.COUNTY_OFFICER, "310117"));
        String town = "/divisions/communities?place=310117004";
        String code = As.system(() -> communities.list(new DivisionCode("310117004"), TODAY))
                .getFirst()
                .division()
                .code()
                .value();
        assertThat(county.get(town)).contains("kind-" + code, "按名称");
        county.post(
                "/divisions/communities",
                Map.of("place", "310117004", "from", TODAY.toString(), "kind-" + code, "MATURE"));
        assertThat(county.get(town + "&kind=MATURE")).contains(code, "县里认定");
        assertThat(new Browser(port, signedIn.as(Role.STREET_CLERK, "310117004")).get(town))
                .contains("成熟社区")
                .doesNotContain("kind-" + code);
    }
}
