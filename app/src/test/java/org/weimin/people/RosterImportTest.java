package org.weimin.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.Period;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

@RoomTest
class RosterImportTest {
    private static final String HEADINGS = "户编号,姓名,公民身份号码,与户主关系,村（社区）,住址,联系电话,开户银行,银行卡号\n";
    private static final Actor.Staff CLERK = As.staff("STREET_CLERK", "310117003", "people.import");
    private static int sequence = 100;

    @Autowired
    Rosters rosters;

    @Autowired
    People people;

    @Autowired
    Facts facts;

    @TempDir
    Path folder;

    private static String number() {
        String seventeen = "99011719800101" + String.format("%03d", ++sequence);
        return seventeen + IdentityNumber.checkOf(seventeen);
    }

    private static String line(String family, String name, String number, String relation) {
        return String.join(",", family, name, number, relation, "放生池社区居委会", "文诚路1号", "", "", "") + "\n";
    }

    private UUID upload(String text, Charset charset, RosterBatch.Policy policy) throws IOException {
        return upload(text.getBytes(charset), "名册.csv", policy);
    }

    private UUID upload(byte[] bytes, String name, RosterBatch.Policy policy) throws IOException {
        Path file = Files.write(folder.resolve(UUID.randomUUID().toString()), bytes);
        return Acting.as(CLERK, () -> rosters.upload(file, name, policy, new DivisionCode("310117003")));
    }

    private RosterBatch batch(UUID id) {
        return Acting.as(CLERK, () -> rosters.get(id));
    }

    private List<String> faults(UUID id) {
        return Acting.as(CLERK, () -> rosters.lines(id)).stream()
                .flatMap(each -> each.faults().stream())
                .distinct()
                .toList();
    }

    private void applyAll(UUID id) {
        Acting.as(CLERK, () -> rosters.apply(id));
        boolean more = true;
        while (more) {
            more = As.system(() -> rosters.work());
        }
    }

    @Test
    void a_roster_in_gbk_enters_the_register_and_can_be_taken_back() throws IOException {
        String head = number();
        UUID id = upload(
                HEADINGS + line("1", "钱多多", head, "户主") + line("1", "钱小小", number(), "女"),
                Charset.forName("GBK"),
                RosterBatch.Policy.ALL);
        assertThat(batch(id).counts()).isEqualTo(new RosterBatch.Counts(2, 0, 0, 0));
        applyAll(id);
        assertThat(batch(id).status()).isEqualTo(RosterBatch.Status.APPLIED);
        var person =
                As.system(() -> people.byIdentity(new IdentityNumber(head))).orElseThrow();
        var household =
                As.system(() -> people.householdOf(person, TestClock.FIRST_DAY)).orElseThrow();
        assertThat(As.system(() -> people.household(household, TestClock.FIRST_DAY))
                        .members())
                .extracting(member -> member.person().name())
                .containsExactly("钱多多", "钱小小");
        Acting.as(CLERK, () -> rosters.undo(id));
        assertThat(As.system(() -> people.byIdentity(new IdentityNumber(head)))).isEmpty();
    }

    @Test
    void a_used_batch_is_not_taken_back() throws IOException {
        String head = number();
        UUID id = upload(
                "\uFEFF" + HEADINGS + line("1", "赵用", head, "户主"), StandardCharsets.UTF_8, RosterBatch.Policy.ALL);
        applyAll(id);
        var person =
                As.system(() -> people.byIdentity(new IdentityNumber(head))).orElseThrow();
        As.system(() -> facts.record(new RecordFact(
                new Subject.OfPerson(person), "wage", "100.00", Period.since(TestClock.FIRST_DAY), "DECLARED", "工资单")));
        assertThatThrownBy(() -> Acting.as(CLERK, () -> rosters.undo(id))).isInstanceOf(Refused.class);
        assertThat(As.system(() -> people.byIdentity(new IdentityNumber(head)))).isPresent();
    }

    @Test
    void every_wrong_row_is_named_and_holds_its_household_back() throws IOException {
        String twice = number();
        UUID id = upload(
                HEADINGS
                        + line("1", "好一", number(), "户主")
                        + line("2", "坏一", "3.30821E+17", "户主")
                        + line("2", "同户", number(), "配偶")
                        + line("3", "坏二", twice, "户主")
                        + line("4", "坏三", twice, "户主")
                        + line("5", "无主", number(), "子")
                        + line("6", "坏四", "11010519491231002", "户主")
                        + line("7", "坏五", number(), "邻居"),
                StandardCharsets.UTF_8,
                RosterBatch.Policy.GOOD);
        assertThat(batch(id).counts()).isEqualTo(new RosterBatch.Counts(1, 7, 0, 0));
        assertThat(faults(id))
                .contains("identity-number-cell", "family", "identity-twice", "head", "identity-shape", "relation");
        applyAll(id);
        assertThat(batch(id).counts().applied()).isEqualTo(1);
    }

    @Test
    void somebody_known_elsewhere_in_the_county_is_suspected_without_being_shown() throws IOException {
        String known = number();
        As.system(() -> people.register(
                new RegisterPerson(new IdentityNumber(known), "孙远", new DivisionCode("310117102001"), "泗陈公路1号", "")));
        UUID id = upload(HEADINGS + line("1", "孙远", known, "户主"), StandardCharsets.UTF_8, RosterBatch.Policy.ALL);
        assertThat(batch(id).counts().suspect()).isEqualTo(1);
        assertThat(faults(id)).containsExactly("known");
        assertThatThrownBy(() -> Acting.as(CLERK, () -> rosters.apply(id))).isInstanceOf(Refused.class);
    }
}
