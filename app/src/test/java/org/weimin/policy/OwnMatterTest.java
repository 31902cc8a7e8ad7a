package org.weimin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.FileSystemUtils;
import org.weimin.access.Role;
import org.weimin.home.Home;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;
import org.weimin.people.FoundHousehold;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.policy.internal.PackShelf;
import org.weimin.testing.As;
import org.weimin.testing.Browser;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;
import org.weimin.testing.TestClock;

/** A matter that nobody has coded is laid into the home while the program runs, and goes from search to paper. */
@RoomTest
class OwnMatterTest {
    private static final DivisionCode PLACE = new DivisionCode("310117003001");
    private static final String MATTER = "laonian-xuexi";
    private static int sequence;

    @Autowired
    Home home;

    @Autowired
    PackShelf shelf;

    @Autowired
    Policy policy;

    @Autowired
    People people;

    @Autowired
    SignedIn signedIn;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private PersonId reader;
    private HouseholdId household;

    @BeforeEach
    void an_old_reader_and_a_folder_in_the_home() throws IOException {
        clock.set(TestClock.FIRST_DAY);
        String seventeen = "99011719480301" + (550 + ++sequence);
        var identity = new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
        reader = As.system(() -> people.register(new RegisterPerson(identity, "顾明远", PLACE, "文诚路1号", "")));
        household = As.system(() -> people.found(new FoundHousehold(reader, PLACE, "文诚路1号", LocalDate.of(2000, 1, 1))));
        for (var file : OwnMatter.files().entrySet()) {
            Path path = home.packs().resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        shelf.refresh();
    }

    @AfterEach
    void the_folder_goes() throws IOException {
        FileSystemUtils.deleteRecursively(home.packs());
        shelf.refresh();
    }

    @Test
    void it_is_found_asked_for_decided_entered_and_printed() {
        var clerk = new Browser(port, signedIn.as(Role.STREET_CLERK, "310117003"));
        var officer = new Browser(port, signedIn.as(Role.COUNTY_OFFICER, "310117"));
        assertThat(clerk.get("/public/matters/" + MATTER)).contains("老年学习证", "《老年人权益保障法》第七十一条");
        assertThat(clerk.get("/intake/new?household=" + household)).contains("老年学习证");
        String start = clerk.get("/intake/new?household=" + household + "&matter=" + MATTER + "&person=" + reader);
        String draft =
                clerk.post("/intake/drafts", Map.of("household", household.toString(), "ask", hidden(start, "ask")));
        clerk.post(draft + "/applicant", Map.of("applicant", reader.toString()));
        String section = clerk.get(draft + "/sections/learning");
        clerk.post(
                draft + "/sections/learning",
                Map.of(find(section, "name=\"((?:[^\"]*[.:-])?learningSubject[^\"]*)\""), "书法"));
        String receipt =
                clerk.post(draft + "/submit", Map.of("commandKey", hidden(clerk.get(draft + "/check"), "commandKey")));
        String caseFile = find(clerk.get(receipt), "(/cases/[0-9a-f-]{36})");
        clerk.post(caseFile + "/assess", Map.of("opinion", "符合条件"));
        officer.post(caseFile + "/decide", Map.of("choice", "AS_ASSESSED"));
        String found = officer.get("/registers?q=" + URLEncoder.encode("明远", StandardCharsets.UTF_8));
        String entry = find(found, "(/registers/[0-9a-f-]{36})");
        assertThat(found).containsPattern("310117LX2026\\d{5}");
        assertThat(officer.get(entry)).contains("老年学习证", "书法", "顾明远", "2028");
    }

    @Test
    void a_faulty_file_changes_nothing() throws IOException {
        Files.writeString(home.packs().resolve(MATTER + "/matter.yaml"), "id: laonian-xuexi\n");
        assertThat(shelf.refresh()).isTrue();
        assertThat(policy.packs().find(new org.weimin.kernel.MatterId(MATTER))).isEmpty();
        assertThat(policy.packs().find(new org.weimin.kernel.MatterId("dibao"))).isPresent();
    }

    private static String hidden(String page, String name) {
        return find(page, "name=\"" + name + "\" value=\"([^\"]+)\"");
    }

    private static String find(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern + " in " + page).isTrue();
        return found.group(1);
    }
}
