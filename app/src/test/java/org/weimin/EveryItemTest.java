package org.weimin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
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
        var officials = new CaseWalk.Officials(
                official(Role.STREET_CLERK, STREET),
                official(Role.COUNTY_OFFICER, COUNTY),
                List.of(
                        official(Role.STREET_LEADER, STREET),
                        official(Role.COUNTY_LEADER, COUNTY),
                        official(Role.COUNTY_OFFICER, COUNTY)));
        Map<String, ItemJourney> journeys = policy.catalogue().stream()
                .filter(MatterSummary::askedFor)
                .collect(Collectors.toMap(
                        entry -> entry.id().value(),
                        entry -> new ItemJourney(policy.pack(entry.id()), beans, officials),
                        (one, other) -> one,
                        LinkedHashMap::new));
        var number = new AtomicInteger();
        CaseWalk.live(
                journeys.values().stream()
                        .flatMap(journey -> journey.apply(number.incrementAndGet()).stream())
                        .toList(),
                clock);
        return Stream.of(
                        startedByTheOffice(officials.street()),
                        journeys.values().stream()
                                .map(journey -> DynamicTest.dynamicTest(journey.name(), journey::demandHandedOver)),
                        changed(
                                officials,
                                journeys.get("dibao").party(),
                                journeys.get("tekun").party()))
                .flatMap(tests -> tests);
    }

    /** What is received is raised on a report, and ended only after the recipient was heard. */
    private Stream<DynamicTest> changed(CaseWalk.Officials officials, SampleParty poor, SampleParty alone) {
        var dibao = new AidReceived("dibao", poor, beans, officials, clock);
        var tekun = new AidReceived("tekun", alone, beans, officials, clock);
        return Stream.of(
                DynamicTest.dynamicTest("SA03 低保增发", () -> dibao.isRaisedOnAReport("wage", "0")),
                DynamicTest.dynamicTest("SA08 特困人员生活自理能力复评", () -> tekun.isRaisedOnAReport("selfCareEat", "false")),
                DynamicTest.dynamicTest("SA04 低保停发", () -> dibao.isEndedAfterAHearing("wage", "99000")),
                DynamicTest.dynamicTest("SA09 特困供养终止", () -> tekun.isEndedAfterAHearing("supporters", "ABLE")));
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

    private Browser official(Role role, String area) {
        return new Browser(port, signedIn.as(role, area));
    }
}
