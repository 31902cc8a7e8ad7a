package org.weimin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main road of the house, from the window to the bank, walked by the people of the demo county in turn. */
@ExtendWith(Chromium.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainRoadIT {
    private static Browser browser;
    private static String home;
    private static Window.Filed granted = new Window.Filed("", "");
    private static Window.Filed refused = new Window.Filed("", "");
    private static String run = "";

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

    @Test
    @Order(6)
    void an_application_is_filed_assessed_visited_and_posted() {
        var clerk = Person.signedInAs("俞晓峰", browser, home);
        var window = new Window(clerk);
        granted = window.apply("cgf 文诚路86弄", "陈桂芳");
        clerk.look("receipt");
        clerk.open(granted.casePath()).look("case");
        clerk.open(granted.casePath() + "/assess").look("assess");
        window.assess(granted.casePath(), "材料齐全，收入和财产与核对报告一致。")
                .visit(granted.casePath())
                .publish(granted.casePath());
        clerk.open(granted.casePath()).see("公示中");
        clerk.open("/desk").look("desk");
        clerk.open("/cases").look("cases");
        clerk.leave();
    }

    @Test
    @Order(7)
    void the_public_board_shows_a_masked_name_and_the_telephone_shows_the_stage() {
        var resident = Person.onPhone(browser, home).open("/public/board");
        resident.see("陈*芳");
        assertThat(resident.text()).doesNotContain("陈桂芳").doesNotContain("文诚路").doesNotContain("990");
        resident.open(granted.progressPath()).see("正在公示").look("progress");
        assertThat(resident.text()).doesNotContain("陈桂芳").doesNotContain("低保金");
        resident.leave();
    }

    @Test
    @Order(8)
    void after_the_days_of_publicity_a_second_person_decides() {
        var officer = Person.signedInAs("顾国平", browser, home);
        passDays(officer, "过 7 天");
        // A term that ends on a day of rest ends on the next working day, which may be four days later.
        for (int i = 0; i < 9 && !officer.open(granted.casePath()).sees("作出决定"); i++) {
            passDays(officer, "到明天");
        }
        officer.open(granted.casePath()).follow("作出决定").look("decide");
        officer.press("按审核意见决定").see("决定已作出");
        officer.leave();
        var clerk = Person.signedInAs("俞晓峰", browser, home);
        var window = new Window(clerk);
        assertPdf(window.print(granted.casePath(), "letter-granted"));
        window.serve(granted.casePath());
        clerk.open(granted.casePath()).follow("公布决定").press("公布").see("决定已公布");
        clerk.open(granted.casePath() + "/explanation").look("explanation");
        clerk.open(granted.casePath()).look("case-decided");
        clerk.leave();
    }

    @Test
    @Order(9)
    void who_earns_too_much_is_refused_with_reasons() {
        var clerk = Person.signedInAs("俞晓峰", browser, home);
        var window = new Window(clerk);
        refused = window.apply("zjj 思贤路520弄", "周建军");
        window.assess(refused.casePath(), "家庭人均收入高于标准。").visit(refused.casePath());
        var officer = Person.signedInAs("顾国平", browser, home);
        officer.open(refused.casePath()).follow("作出决定").look("decide-refuse");
        officer.press("按审核意见决定").see("决定已作出");
        officer.leave();
        assertPdf(window.print(refused.casePath(), "letter-refused"));
        clerk.leave();
    }

    @Test
    @Order(10)
    void who_receives_is_heard_before_aid_is_stopped() {
        var clerk = Person.signedInAs("俞晓峰", browser, home);
        var window = new Window(clerk);
        clerk.open("/people?q=wxl 北翠路199弄").follow("吴秀兰").follow("复核或终止待遇");
        clerk.choose("事项", "dibao-stop").fill("线索和来源", "核对报告：女儿工资收入增加");
        clerk.press("启动复核").see("复核已启动");
        String stopping = clerk.path();
        window.assess(stopping, "女儿就业，人均收入高于标准。");
        clerk.open(stopping);
        assertThat(clerk.text()).contains("登记听取意见").doesNotContain("作出决定");
        assertPdf(window.print(stopping, "letter-hearing"));
        window.serve(stopping);
        clerk.open(stopping).follow("登记听取意见").look("hear");
        clerk.choose("方式", "IN_PERSON").fill("本人意见", "女儿刚工作，希望缓几个月。").press("保存听取意见记录");
        clerk.see("听取意见记录已保存");
        clerk.leave();
        var officer = Person.signedInAs("顾国平", browser, home);
        officer.open(stopping).follow("作出决定").press("按审核意见决定").see("决定已作出");
        officer.open(stopping).look("case-stopped");
        officer.leave();
    }

    @Test
    @Order(11)
    void the_money_is_budgeted_prepared_released_and_reconciled() {
        var officer = Person.signedInAs("顾国平", browser, home);
        passDays(officer, "到下月 1 日");
        LocalDate today = officer.today();
        for (int year = today.minusMonths(1).getYear(); year <= today.getYear(); year++) {
            officer.open("/budget").fill("事项代码", "dibao").fill("预算年度", Integer.toString(year));
            officer.fill("金额", "5000000").fill("下达文件号", "松财社〔" + year + "〕8号").choose("资金层级", "COUNTY");
            officer.fill("下达日期", today.toString()).press("录入，等待复核").see("已录入");
        }
        officer.look("budget");
        officer.leave();
        var leader = Person.signedInAs("钱敏", browser, home);
        leader.open("/budget");
        while (leader.has("复核")) {
            leader.press("复核").see("已复核");
        }
        leader.leave();
        var payer = Person.signedInAs("陆佳", browser, home);
        payer.open("/payments").press("测算").see("测算完成").look("run");
        run = payer.path();
        payer.press("复核通过").see("等待另一位同事审批");
        String count = payer.page()
                .locator("dt:text-is('笔数') + dd")
                .first()
                .innerText()
                .replaceAll("\\D", "");
        var releaser = Person.signedInAs("唐永昌", browser, home);
        releaser.open(run + "/release").look("release");
        releaser.fill("请填写发放笔数", count).press("同意发放").see("已审批");
        releaser.await("SHA-256").look("run-filed");
        releaser.leave();
        payer.open(run).await("SHA-256");
        var answer = payer.save(run + "/bank-simulator", "pain.002.xml");
        payer.upload("回盘文件", answer).press("读入").see("回盘文件已读入");
        payer.see("账已对平").see("银行退回").look("run-answered");
        payer.press("对账完成").see("对账完成");
        payer.open("/ledger").look("ledger-after");
        payer.leave();
    }

    @Test
    @Order(12)
    void every_invariant_holds_and_the_audit_chain_is_whole() {
        assertThat(DemoCounty.running().check("check")).isZero();
        assertThat(DemoCounty.running().check("verify-audit")).isZero();
    }

    private static void passDays(Person person, String words) {
        person.open("/demo/clock").press(words).see("都已办理");
    }

    private static void assertPdf(Path file) {
        try {
            assertThat(new String(Files.readAllBytes(file), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static com.microsoft.playwright.Page.GetByTextOptions exact() {
        return new com.microsoft.playwright.Page.GetByTextOptions().setExact(true);
    }
}
