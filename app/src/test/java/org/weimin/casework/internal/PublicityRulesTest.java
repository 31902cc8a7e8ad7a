package org.weimin.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weimin.casework.Notice;
import org.weimin.kernel.Refused;

class PublicityRulesTest {
    @ParameterizedTest
    @CsvSource({"张三,张*", "张小三,张*三", "欧阳娜娜,欧阳*娜", "欧阳锋,欧阳*", "王,王*", "𠅤小㛃,𠅤*㛃", "买买提·艾合买提,买*提"})
    void a_name_shows_its_surname_and_at_most_its_last_character(String name, String masked) {
        assertThat(Masks.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张*三 310117197003210025",
                "３１０１１７１９７００３２１００２５",
                "电话13812345678",
                "卡号 6222021001116245702",
                "310117********0025",
                "方松街道文诚路 100 弄 5 号 302 室",
                "因残疾致贫",
                "身份证后缀 2021031500"
            })
    void what_must_never_be_public_is_found_however_it_came_in(String text) {
        assertThatThrownBy(() -> LeakScanner.demandClean(text))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("casework.publicity.leak");
    }

    @Test
    void a_rightly_masked_entry_passes() {
        assertThat(LeakScanner.scan("陈*芳；方松街道放生池社区居委会；3；1,110.00；2026-12")).isEmpty();
    }

    @Test
    void only_what_the_pack_names_goes_out_whatever_else_is_known() {
        var template = PublicityTemplate.read("""
            PROPOSED:
              - { field: applicant, mask: name }
              - { field: members, mask: plain }
            """, Notice.Kind.PROPOSED);
        var projection = template.project(
                Map.of("applicant", "陈桂芳", "members", "3", "monthly", "1,110.00", "identity", "310117197003210025"));
        assertThat(projection).containsExactly(Map.entry("applicant", "陈*芳"), Map.entry("members", "3"));
    }

    @Test
    void a_pack_cannot_name_other_fields_nor_show_a_whole_name() {
        assertThatThrownBy(() ->
                        PublicityTemplate.read("PROPOSED: [ { field: identity, mask: plain } ]", Notice.Kind.PROPOSED))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        PublicityTemplate.read("PROPOSED: [ { field: applicant, mask: plain } ]", Notice.Kind.PROPOSED))
                .isInstanceOf(Refused.class);
    }
}
