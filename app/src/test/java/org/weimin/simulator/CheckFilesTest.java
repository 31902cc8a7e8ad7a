package org.weimin.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weimin.simulator.CheckSample.TODAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.weimin.access.EmployStaff;
import org.weimin.access.Role;
import org.weimin.access.Staffing;
import org.weimin.facts.BureauAnswer;
import org.weimin.facts.CheckRequest.Status;
import org.weimin.facts.internal.CheckCatalogue;
import org.weimin.facts.internal.CheckDesk;
import org.weimin.facts.internal.CheckFiles;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.Refused;
import org.weimin.testing.As;
import org.weimin.testing.RawHttp;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;

/** Bureaus without a line: a workbook goes out and comes back, or a clerk types what a letter says. */
@RoomTest
class CheckFilesTest {
    private static final String HEAD = "请求编号,核对事项,身份证号码,姓名,截至日期,项目,项目代码,查询结果,起始日期,终止日期,查询编号\n";

    @Autowired
    CheckFiles files;

    @Autowired
    CheckDesk desk;

    @Autowired
    CheckCatalogue catalogue;

    @Autowired
    Staffing staffing;

    @Autowired
    SignedIn signedIn;

    @Autowired
    BeanFactory beans;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private Actor.Staff clerk = As.staff("STREET_CLERK", "310117003");
    private CheckSample sample;

    @BeforeEach
    void a_clerk_and_a_case() {
        sample = new CheckSample(beans).signed();
        var id = As.system(() -> staffing.employ(EmployStaff.of("c" + sample.caseNumber, "经办" + sample.caseNumber)));
        clerk = new Actor.Staff(id, "经办", clerk.post(), clerk.role(), clerk.permissions(), clerk.area());
    }

    @Test
    void a_file_goes_out_and_its_answers_come_back_once() throws IOException {
        sample.ask("bank", "securities", "payment-institutions");
        var answers = new StringBuilder(HEAD);
        for (String bureau : List.of("banks", "securities", "payment-institutions")) {
            UUID batch = Acting.as(
                    clerk, () -> files.prepare(catalogue.bureau(bureau).orElseThrow()));
            List<CheckFiles.Line> lines = Acting.as(clerk, () -> files.lines(batch));
            assertThat(lines).hasSize(1);
            lines.forEach(line -> answers.append(row(line, line.identity(), "1000.00", bureau + "-1")));
        }
        assertThat(read(answers.toString())).isEqualTo(new CheckFiles.Result(3, 0, List.of()));
        assertThat(sample.checked(sample.ofHousehold(), "financialAssets")).containsExactly("3000.00");
        assertThat(read(answers.toString()).repeated()).isEqualTo(3);
        assertThat(sample.checked(sample.ofHousehold(), "financialAssets")).containsExactly("3000.00");
    }

    @Test
    void wrong_rows_are_named_and_the_others_are_taken() throws IOException {
        var other = new CheckSample(beans).signed();
        sample.ask("bank");
        other.ask("bank");
        UUID batch =
                Acting.as(clerk, () -> files.prepare(catalogue.bureau("banks").orElseThrow()));
        List<CheckFiles.Line> lines = Acting.as(clerk, () -> files.lines(batch));
        CheckFiles.Line own = line(lines, sample);
        CheckFiles.Line theirs = line(lines, other);
        var result = read(HEAD
                + row(own, theirs.identity(), "10.00", "B-1")
                + row(theirs, theirs.identity(), "20.00", "B-2")
                + "no-number,,,,,,,5,,,B-3\n"
                + UUID.randomUUID() + ",,990117196003010001,某人,,,financialAssets,5,,,B-4\n");
        assertThat(result.answered()).isOne();
        assertThat(result.bad()).extracting(CheckFiles.Verdict::row).containsExactlyInAnyOrder(2, 4, 5);
        assertThat(sample.only().status()).isEqualTo(Status.ASKED);
        assertThat(other.only().status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    void a_letter_is_typed_with_its_number_and_only_about_the_person_it_names() {
        sample.ask("detention");
        UUID request = sample.only().id();
        assertThatThrownBy(() -> Acting.as(clerk, () -> desk.type(request, letter("张三", "NONE", TODAY), "函")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("facts.answer.wrong-person"));
        assertThatThrownBy(() ->
                        Acting.as(clerk, () -> desk.type(request, letter("陈桂芳", "NONE", TODAY.plusDays(1)), "函")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Acting.as(clerk, () -> desk.type(request, letter("陈桂芳", "ELSEWHERE", TODAY), "函")))
                .isInstanceOf(Refused.class);
        Acting.as(clerk, () -> desk.type(request, letter("陈桂芳", "NONE", TODAY), "沪司函〔2026〕1号，档案柜2"));
        assertThat(sample.only().status()).isEqualTo(Status.ANSWERED);
        assertThat(sample.checked(sample.ofPerson(), "absence")).containsExactly("NONE");
    }

    @Test
    void nobody_types_answers_about_kin() {
        sample.ask("detention");
        var own = As.system(() -> staffing.employ(
                new EmployStaff("k" + sample.caseNumber, "亲属" + sample.caseNumber, Optional.of(sample.person))));
        var kin = new Actor.Staff(own, "亲属", clerk.post(), clerk.role(), clerk.permissions(), clerk.area());
        assertThatThrownBy(() -> Acting.as(kin, () -> desk.type(sample.only().id(), letter("陈桂芳", "NONE", TODAY), "函")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("facts.check.related"));
    }

    @Test
    void the_pages_show_the_list_the_question_and_the_played_registers() throws IOException {
        sample.ask("detention", "deaths");
        String cookie = "Cookie: " + signedIn.as(Role.STREET_CLERK, "310117003");
        var http = new RawHttp(port);
        assertThat(http.get("/checks?list=OPEN", cookie).body()).contains("陈桂芳").contains("死亡登记");
        assertThat(http.get("/checks/" + sample.only().id(), cookie).body())
                .contains("陈桂芳")
                .doesNotContain(sample.identity.value());
        assertThat(http.get("/simulator", cookie).body()).contains("登记簿模拟器");
        String elsewhere = "Cookie: " + signedIn.as(Role.STREET_CLERK, "310117001");
        assertThat(http.get("/checks/" + sample.only().id(), elsewhere).status())
                .isEqualTo(404);
        assertThat(http.get("/checks?list=OPEN", elsewhere).body()).doesNotContain(sample.caseNumber);
    }

    private BureauAnswer letter(String name, String value, LocalDate on) {
        return new BureauAnswer(
                "沪司函〔2026〕1号",
                on,
                sample.identity.value(),
                name,
                List.of(new BureauAnswer.Value("absence", value, Optional.empty(), Optional.empty())),
                false);
    }

    private static CheckFiles.Line line(List<CheckFiles.Line> lines, CheckSample of) {
        return lines.stream()
                .filter(line -> line.identity().equals(of.identity.value()))
                .findFirst()
                .orElseThrow();
    }

    private static String row(CheckFiles.Line line, String identity, String value, String reference) {
        return List.of(
                                line.request().toString(),
                                line.item(),
                                "=\"" + identity + "\"",
                                line.name(),
                                line.asOf(),
                                "",
                                line.fact(),
                                value,
                                "",
                                "",
                                reference)
                        .stream()
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private CheckFiles.Result read(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("answer.csv"), csv);
        return Acting.as(clerk, () -> files.take(file, "answer.csv"));
    }
}
