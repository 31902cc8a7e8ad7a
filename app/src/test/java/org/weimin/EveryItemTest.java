package org.weimin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.weimin.access.Role;
import org.weimin.policy.MatterSummary;
import org.weimin.policy.Policy;
import org.weimin.testing.Browser;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;
import org.weimin.testing.TestClock;

/** 全部事项: every matter that people ask for goes from its guide to what it hands over, by the pages of the offices. */
@RoomTest
class EveryItemTest {
    private static final LocalDate LAST_DAY = TestClock.FIRST_DAY.plusDays(120);
    private static final String STREET = "310117003";
    private static final String COUNTY = "310117";

    @Autowired
    BeanFactory beans;

    @Autowired
    Policy policy;

    @Autowired
    SignedIn signedIn;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @TestFactory
    Stream<DynamicTest> every_matter_is_asked_for_decided_and_handed_over() {
        var officials = new ItemJourney.Officials(
                official(Role.STREET_CLERK, STREET),
                official(Role.COUNTY_OFFICER, COUNTY),
                List.of(
                        official(Role.STREET_LEADER, STREET),
                        official(Role.COUNTY_LEADER, COUNTY),
                        official(Role.COUNTY_OFFICER, COUNTY)));
        List<ItemJourney> journeys = policy.catalogue().stream()
                .filter(MatterSummary::askedFor)
                .map(entry -> new ItemJourney(policy.pack(entry.id()), beans, officials))
                .toList();
        for (int i = 0; i < journeys.size(); i++) {
            journeys.get(i).apply(i + 1);
        }
        live(journeys);
        return Stream.concat(
                startedByTheOffice(officials.street()),
                journeys.stream().map(journey -> DynamicTest.dynamicTest(journey.name(), journey::demandHandedOver)));
    }

    /** Nobody asks for it, and its guide says that nobody has to. */
    private Stream<DynamicTest> startedByTheOffice(Browser anybody) {
        return policy.catalogue().stream()
                .filter(entry -> !entry.askedFor())
                .map(entry -> policy.pack(entry.id()))
                .map(pack ->
                        DynamicTest.dynamicTest(pack.item() + " " + pack.title().zh(), () -> {
                            ItemJourney.demandFound(pack, anybody);
                            assertThat(anybody.get("/public/matters/" + pack.id()))
                                    .contains("不用申请");
                        }));
    }

    /** Everybody does what can be done today; then a day goes by. */
    private void live(List<ItemJourney> journeys) {
        while (true) {
            boolean moved = true;
            while (moved) {
                moved = journeys.stream().map(ItemJourney::step).reduce(false, Boolean::logicalOr);
            }
            if (journeys.stream().allMatch(ItemJourney::isOver)
                    || !clock.today().isBefore(LAST_DAY)) {
                return;
            }
            clock.liveThrough(clock.today().plusDays(1));
        }
    }

    private Browser official(Role role, String area) {
        return new Browser(port, signedIn.as(role, area));
    }
}
