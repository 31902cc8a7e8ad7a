package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.internal.ApprovalForm;
import org.weimin.casework.internal.CaseLetters;
import org.weimin.casework.internal.Inquiry;
import org.weimin.casework.internal.ReceiptLetters;
import org.weimin.engine.Determination;
import org.weimin.intake.Ask;
import org.weimin.intake.Intake;
import org.weimin.kernel.Acting;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.policy.Policy;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** What residents and offices get on paper, as somebody reads it out of the PDF. */
@RoomTest
class CaseLettersTest {
    @Autowired
    Casework casework;

    @Autowired
    Intake intake;

    @Autowired
    ApprovalForm approval;

    @Autowired
    CaseLetters templates;

    @Autowired
    ReceiptLetters receipts;

    @Autowired
    Inquiry inquiry;

    @Autowired
    Policy policy;

    @Autowired
    org.weimin.shell.Letters printer;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    private SampleCase sample;
    private SampleCase.Home home;

    @BeforeEach
    void aHousehold() {
        clock.set(TestClock.FIRST_DAY);
        sample = new SampleCase(beans);
        home = sample.household("600.00");
    }

    @Test
    void what_is_missing_is_told_once_and_what_is_shared_is_never_asked_for() {
        CaseFileId id = applied("jiehun-dengji", new Subject.OfPerson(home.head()));
        assertThatThrownBy(() -> askFor(id, Set.of("M01"), "")).hasMessageContaining("share.demanded");
        assertThatThrownBy(() -> askFor(id, Set.of(), "请交居民身份证、户口簿复印件")).hasMessageContaining("share.demanded");
        assertThatThrownBy(() -> askFor(id, Set.of(), " ")).hasMessageContaining("nothing-missing");
        askFor(id, Set.of("M18"), "双方合影");
        assertThat(status(id)).isEqualTo(Status.SUPPLEMENT);
        Letter told = As.system(() -> sample.letters(id)).getFirst();
        assertThat(told.fields().get("missing")).contains("双方合影", "；");
        Acting.as(home.clerk(), () -> casework.supplied(id, "合影"));
        assertThatThrownBy(() -> askFor(id, Set.of(), "单位证明"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("told-once");
        askFor(id, Set.of("M18"), "");
        assertThat(status(id)).isEqualTo(Status.SUPPLEMENT);
    }

    @Test
    void the_approval_form_has_every_levels_words_name_and_day() throws IOException {
        CaseFileId id = decided();
        Map<String, String> fields = form(id);
        String text = text("approval-form", id, fields);
        assertThat(text)
                .contains(
                        "最低生活保障审批表",
                        "一室户，家具陈旧",
                        "符合条件",
                        home.clerk().name(),
                        home.officer().name())
                .contains("同意。每月", "大写", "元整");
        assertThat(fields).containsEntry("reviewWords", "").containsEntry("publicity", "自2026年8月3日至2026年8月10日");
        clock.liveThrough(clock.today().plusDays(3));
        assertThat(form(id).get("code")).isEqualTo(fields.get("code"));
    }

    @Test
    void one_receipt_names_every_case_that_was_asked_for_together() throws IOException {
        var asks = List.of(
                new Ask(new MatterId("dibao"), new Subject.OfHousehold(home.id())),
                new Ask(new MatterId("jiehun-dengji"), new Subject.OfPerson(home.head())));
        var filed = Acting.as(home.clerk(), () -> intake.submit(home.application("letters-" + home.id(), asks)));
        var files = As.system(() -> casework.ofApplication(filed.id()));
        var promises = files.stream()
                .map(file -> new ReceiptLetters.Promise(file, "", "2026-09-14"))
                .toList();
        var fields = As.system(() -> receipts.fields(intake.get(filed.id()), promises));
        String text = text(printer.pdf("receipt", receipts.template(files.getFirst()), fields));
        assertThat(files)
                .hasSize(2)
                .allSatisfy(file -> assertThat(text).contains(file.claim().number()));
        assertThat(text).contains("最低生活保障", "结婚登记", "2026-09-14 前作出决定");
    }

    @Test
    void where_no_rule_names_an_article_the_law_of_the_matter_is_cited() {
        var matter = new MatterId("jiehun-dengji");
        CaseFile file = get(applied(matter.value(), new Subject.OfPerson(home.head())));
        var told = As.system(() -> inquiry.preview(file));
        var silent = new Determination(
                told.question(),
                told.outcome(),
                told.conditions(),
                told.facts(),
                List.of(),
                told.arithmetic(),
                told.parameters());
        assertThat(Citations.of(silent, policy.pack(matter))).contains("《民法典》");
    }

    @Test
    void a_letter_is_explained_in_english_on_a_page_of_its_own() throws IOException {
        CaseFileId id = decided();
        Letter letter = As.system(() -> sample.letters(id)).getLast();
        CaseFile file = get(id);
        byte[] pdf = printer.pdf(
                letter.number(),
                templates.template(file.claim(), letter.kind()) + templates.gloss(file.claim(), letter.kind()),
                letter.fields());
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Minimum living allowance", "CNY ", "The Chinese text is the one that binds");
        }
    }

    @Test
    void every_letter_has_its_page_in_english() {
        CaseFile file = get(applied("dibao", new Subject.OfHousehold(home.id())));
        for (String kind : List.of("granted", "refused", "changed", "stopped", "hearing", "supplement", "papers")) {
            assertThat(templates.template(file.claim(), kind)).contains("{{letterNumber}}");
            assertThat(templates.gloss(file.claim(), kind)).contains("{{letterNumber}}", "{{matterEn}}");
        }
    }

    private CaseFileId decided() {
        CaseFileId id = applied("dibao", new Subject.OfHousehold(home.id()));
        Acting.as(home.clerk(), () -> casework.assess(id, "符合条件"));
        var visit = new RecordVisit(
                clock.today(), home.clerk().name(), "金凤英", "文诚路1号", "一室户，家具陈旧", "陈桂芳", RecordVisit.Finding.AGREES);
        Acting.as(home.clerk(), () -> casework.recordVisit(id, visit));
        Acting.as(home.clerk(), () -> casework.post(id));
        clock.liveThrough(TestClock.FIRST_DAY.plusDays(8));
        Acting.as(home.officer(), () -> casework.decide(id, new Verdict.AsAssessed("")));
        return id;
    }

    private Map<String, String> form(CaseFileId id) {
        return As.system(() -> approval.fields(casework.get(id)));
    }

    private String text(String sheet, CaseFileId id, Map<String, String> fields) throws IOException {
        return text(printer.pdf(sheet, templates.template(get(id).claim(), sheet), fields));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\n", "");
        }
    }

    private void askFor(CaseFileId id, Set<String> materials, String more) {
        Acting.as(home.clerk(), () -> casework.askFor(id, new AskFor(materials, more)));
    }

    private CaseFileId applied(String matter, Subject subject) {
        var receipt = Acting.as(
                home.clerk(),
                () -> intake.submit(
                        home.application("letters-" + home.id(), List.of(new Ask(new MatterId(matter), subject)))));
        return As.system(() -> casework.ofApplication(receipt.id()).getFirst().id());
    }

    private CaseFile get(CaseFileId id) {
        return As.system(() -> casework.get(id));
    }

    private Status status(CaseFileId id) {
        return get(id).status();
    }
}
