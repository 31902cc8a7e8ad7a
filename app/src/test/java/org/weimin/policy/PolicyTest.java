package org.weimin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.weimin.engine.Pack;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;

@RoomTest
class PolicyTest {
    private static final MatterId DIBAO = new MatterId("dibao");
    private static final MatterId STOP = new MatterId("dibao-stop");
    private static final DivisionCode SONGJIANG = new DivisionCode("310117");
    private static final LocalDate DAY = LocalDate.of(2024, 8, 15);

    @Autowired
    Policy policy;

    @Autowired
    MockMvc mvc;

    @Test
    void every_edition_is_published_at_the_start_once_and_for_ever() {
        As.system(() -> policy.publish());
        assertThat(As.system(() -> policy.publications()))
                .filteredOn(publication -> publication.matter().equals(DIBAO))
                .extracting(Publication::editionFrom)
                .containsExactlyInAnyOrder(LocalDate.of(2014, 5, 1), LocalDate.of(2026, 7, 1));
    }

    @Test
    void a_published_edition_is_read_back_as_it_was() {
        Pack now = policy.pack(DIBAO);
        String version = now.packVersion(now.editionOn(DAY));
        Pack stored = As.system(() -> policy.published(DIBAO, version));
        assertThat(stored.packVersion(stored.editionOn(DAY))).isEqualTo(version);
        assertThatThrownBy(() -> As.system(() -> policy.published(DIBAO, "0".repeat(64))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_value_comes_with_its_source_and_a_stop_asks_the_matter_that_it_stops() {
        assertThat(policy.value(DIBAO, "standard", SONGJIANG, DAY).value()).isEqualTo("1595.00");
        assertThat(policy.value(STOP, "publicityDays", SONGJIANG, DAY).value()).isEqualTo("7");
        assertThat(policy.value(DIBAO, "carsMax", SONGJIANG, DAY).example()).isTrue();
    }

    @Test
    void the_hearing_before_a_stop_is_required_from_the_first_day_of_the_law() {
        assertThat(policy.value(DIBAO, "hearingBeforeReduction", SONGJIANG, LocalDate.of(2026, 6, 30))
                        .value())
                .isEqualTo("NOT_REQUIRED");
        assertThat(policy.value(DIBAO, "hearingBeforeReduction", SONGJIANG, LocalDate.of(2026, 7, 1))
                        .value())
                .isEqualTo("REQUIRED");
    }

    @Test
    void a_year_without_its_notice_is_provisional_until_the_notice_is_loaded() {
        LocalDate newYear = LocalDate.of(2026, 12, 31);
        assertThat(As.system(() -> policy.calendar().plusWorkdays(newYear, 1)).provisional())
                .isTrue();
        As.system(() -> policy.loadHolidays("date,kind,name_zh\n2027-01-01,holiday,元旦\n2027-01-04,holiday,元旦\n"));
        var due = As.system(() -> policy.calendar().plusWorkdays(newYear, 1));
        assertThat(due.on()).isEqualTo(LocalDate.of(2027, 1, 5));
        assertThat(due.provisional()).isFalse();
    }

    @Test
    void a_malformed_notice_is_refused_whole() {
        assertThatThrownBy(() -> As.system(() -> policy.loadHolidays("日期,类别\n2027-01-01,holiday\n")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> As.system(
                        () -> policy.loadHolidays("date,kind,name_zh\n2028-01-01,holiday,元旦\n2028-13-01,holiday,元旦\n")))
                .isInstanceOf(Refused.class);
        assertThat(As.system(() -> policy.calendar()).isNoticeLoaded(2028)).isFalse();
    }

    @Test
    void anybody_reads_the_standards_with_their_marks_in_both_languages() throws Exception {
        String chinese = page("/standards?place=310117&on=2026-11-21");
        assertThat(chinese)
                .contains("1595.00", "2024-07-01", "沿用", "示例值", "社会救助法", "最低生活保障标准")
                .doesNotContain("[policy.");
        assertThat(page("/standards?place=310117&on=2026-11-21&lang=en"))
                .contains("Carried on", "Example", "Minimum living standard")
                .doesNotContain("[policy.");
    }

    @Test
    void a_place_or_day_that_does_not_exist_is_not_found() throws Exception {
        assertThat(status("/standards?place=abc")).isEqualTo(404);
        assertThat(status("/standards?on=2026-02-30")).isEqualTo(404);
    }

    private String page(String url) throws Exception {
        return mvc.perform(get(url))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private int status(String url) throws Exception {
        return mvc.perform(get(url)).andReturn().getResponse().getStatus();
    }
}
