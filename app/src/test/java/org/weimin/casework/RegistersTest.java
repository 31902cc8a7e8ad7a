package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.weimin.access.Role;
import org.weimin.intake.Intake;
import org.weimin.kernel.Acting;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.registries.RegisterChange;
import org.weimin.registries.RegisterEntry;
import org.weimin.registries.RegisterSearch;
import org.weimin.registries.Registries;
import org.weimin.registries.internal.EntryPaper;
import org.weimin.shell.Letters;
import org.weimin.testing.As;
import org.weimin.testing.RawHttp;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;
import org.weimin.testing.TestClock;

/** From a decision to the numbered entry, its paper, and what two people may do to it. */
@RoomTest
class RegistersTest {
    @Autowired
    Casework casework;

    @Autowired
    Intake intake;

    @Autowired
    Registries registries;

    @Autowired
    EntryPaper paper;

    @Autowired
    Letters letters;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    @Autowired
    SignedIn signedIn;

    @LocalServerPort
    int port;

    private SampleCase.Home home;
    private RegisterEntry entry;

    @BeforeEach
    void a_household_is_granted_the_allowance() {
        clock.set(TestClock.FIRST_DAY);
        home = new SampleCase(beans).household("500.00");
        var receipt = Acting.as(home.clerk(), () -> intake.submit(home.application("first-" + home.id())));
        CaseFileId id =
                As.system(() -> casework.ofApplication(receipt.id())).getFirst().id();
        Acting.as(home.clerk(), () -> casework.assess(id, "符合条件"));
        Acting.as(
                home.clerk(),
                () -> casework.recordVisit(
                        id,
                        new RecordVisit(clock.today(), "王芳", "李明", "家中", "与申报一致", "户主", RecordVisit.Finding.AGREES)));
        Acting.as(home.clerk(), () -> casework.post(id));
        clock.liveThrough(TestClock.FIRST_DAY.plusDays(8));
        assertThat(held()).isEmpty();
        Acting.as(home.officer(), () -> casework.decide(id, new Verdict.AsAssessed("")));
        entry = held().getFirst();
    }

    @Test
    void a_grant_is_entered_with_the_next_number_and_its_paper_is_printed() {
        assertThat(held()).hasSize(1);
        assertThat(entry.heading().number()).matches("310117DB2026\\d{5}");
        assertThat(entry.status()).isEqualTo(RegisterEntry.Status.IN_FORCE);
        assertThat(entry.holder().name()).isEqualTo("陈桂芳");
        String printed = letters.html(paper.template(entry), paper.fields(entry));
        assertThat(printed).contains(entry.heading().number(), "陈桂芳", "最低生活保障证", "长期", "《社会救助法》");
    }

    @Test
    void it_is_found_by_number_and_by_part_of_the_name_where_it_belongs_and_nowhere_else() {
        assertThat(find("", entry.heading().number())).containsExactly(entry.id());
        assertThat(find("dibao", "桂芳")).contains(entry.id());
        assertThat(find("marriage", "桂芳")).isEmpty();
        assertThat(find("", "桂花")).isEmpty();
        var neighbour = As.staff("STREET_CLERK", "310117004");
        assertThat(Acting.as(neighbour, () -> registries.search(new RegisterSearch("", "桂芳"), 1))
                        .rows())
                .isEmpty();
    }

    @Test
    void one_person_asks_and_another_one_revokes() {
        assertThatThrownBy(() -> ask(" ")).hasMessageContaining("no-reason");
        ask("材料不实");
        RegisterChange change = As.system(() -> registries.changes(entry.id())).getFirst();
        assertThatThrownBy(() -> ask("再来一次")).isInstanceOf(Refused.class).hasMessageContaining("change.open");
        assertThatThrownBy(() -> Acting.as(home.clerk(), () -> registries.confirm(entry.id(), change.id())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("same-person");
        assertThat(held().getFirst().status()).isEqualTo(RegisterEntry.Status.IN_FORCE);
        Acting.as(home.officer(), () -> registries.confirm(entry.id(), change.id()));
        assertThat(held().getFirst().status()).isEqualTo(RegisterEntry.Status.REVOKED);
        assertThatThrownBy(() -> ask("已经撤销")).isInstanceOf(Refused.class).hasMessageContaining("not-in-force");
    }

    @Test
    void what_the_paper_does_not_say_cannot_be_corrected() {
        assertThatThrownBy(() ->
                        Acting.as(home.clerk(), () -> registries.askToAmend(entry.id(), "笔误", Map.of("cars", "3"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no-such-field");
    }

    @Test
    void the_registers_are_read_in_a_browser_and_as_a_workbook() throws IOException {
        String clerk = "Cookie: " + signedIn.as(Role.STREET_CLERK, "310117003");
        var http = new RawHttp(port);
        assertThat(http.get("/registers?q=" + entry.heading().number(), clerk).body())
                .contains(entry.heading().number(), "陈桂芳", "最低生活保障证（");
        assertThat(http.get("/registers/" + entry.id(), clerk).body()).contains("有效", "撤销理由");
        assertThat(http.get("/registers?format=xlsx", clerk).status()).isEqualTo(200);
        assertThat(http.get("/households/" + home.id(), clerk).body())
                .contains(entry.heading().number());
        String auditor = "Cookie: " + signedIn.as(Role.AUDITOR, "310117");
        assertThat(http.get("/audit?about=" + home.id(), auditor).body())
                .contains(entry.heading().number());
    }

    private void ask(String reason) {
        Acting.as(home.clerk(), () -> registries.askToRevoke(entry.id(), reason));
    }

    private List<org.weimin.kernel.RegisterEntryId> find(String register, String words) {
        return As.system(() -> registries.search(new RegisterSearch(register, words), 1)).rows().stream()
                .map(RegisterEntry::id)
                .toList();
    }

    private List<RegisterEntry> held() {
        return As.system(() -> registries.of(new Subject.OfHousehold(home.id())));
    }
}
