package org.weimin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Ten matters of as many kinds from the words of a resident to the paper in the hand. Every second one is carried on a
 * telephone's width, the others on a desk's; {@code ./weimin test --long} carries all of them on both.
 */
@ExtendWith(Chromium.class)
class TenMattersIT {
    private static final boolean LONG = Boolean.getBoolean("weimin.long");
    private static final int MOST_DAYS = 60;
    private static final List<String> MATTERS = List.of(
            "gaoling-jintie",
            "canji-shenghuo",
            "yanglao-huli",
            "linshi-jiuzhu",
            "hunyin-buling",
            "yanglao-fuwu",
            "huimin-binzang",
            "liulang-jiuzhu",
            "xinfang",
            "jianyi-tian");

    private static Browser browser;
    private static String home;

    @BeforeAll
    static void open_the_county() {
        home = DemoCounty.running().address();
        browser = Chromium.start();
    }

    @AfterAll
    static void nothing_broke_on_the_way() {
        browser.close();
        assertThat(Person.faults()).as("errors in the browser").isEmpty();
        assertThat(Person.inaccessible()).as("barriers").isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> ten_matters_are_found_asked_for_and_handed_over_on_a_desk_and_on_a_telephone() {
        var journeys = new ArrayList<MatterJourney>();
        for (boolean phone : List.of(false, true)) {
            var chosen = IntStream.range(0, MATTERS.size())
                    .filter(i -> LONG || (i % 2 == 1) == phone)
                    .mapToObj(i -> journey(i, phone))
                    .toList();
            journeys.addAll(chosen);
        }
        live(journeys);
        return journeys.stream().map(journey -> DynamicTest.dynamicTest(journey.title(), journey::demandHandedOver));
    }

    private static MatterJourney journey(int i, boolean phone) {
        var staff = phone ? OnPhone.STAFF : OnDesk.STAFF;
        var journey = new MatterJourney(MATTERS.get(i), phone ? 100 + i : i, DemoCounty.running(), staff);
        journey.go(phone ? Person.onPhone(browser, home) : Person.at(browser, home));
        return journey;
    }

    /** Everybody does what can be done today; then a day goes by. */
    private static void live(List<MatterJourney> journeys) {
        for (int day = 0; day < MOST_DAYS && !journeys.stream().allMatch(MatterJourney::isOver); day++) {
            boolean moved = true;
            while (moved) {
                moved = journeys.stream().map(MatterJourney::step).reduce(false, Boolean::logicalOr);
            }
            var anybody = Person.signedInAs("顾国平", browser, home);
            anybody.open("/demo/clock").press("到明天").see("都已办理");
            anybody.leave();
        }
    }

    private static MatterJourney.Staff staff(Function<String, Person> signIn) {
        return new MatterJourney.Staff(
                signIn.apply("俞晓峰"),
                signIn.apply("顾国平"),
                Stream.of("庄静", "钱敏", "费晓云").map(signIn).toList());
    }

    private static final class OnDesk {
        private static final MatterJourney.Staff STAFF = staff(name -> Person.signedInAs(name, browser, home));
    }

    private static final class OnPhone {
        private static final MatterJourney.Staff STAFF = staff(name -> Person.signedInOnPhone(name, browser, home));
    }
}
