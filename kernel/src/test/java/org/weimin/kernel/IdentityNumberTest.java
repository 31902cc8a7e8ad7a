package org.weimin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "440524188001010014",
                "34052419800101001X",
                "110101199003070038",
                "320481198001010018",
                "310117194503150021",
                "330802201206010030",
                "441900198902280047",
                "320481196002290067"
            })
    void published_numbers_are_right(String number) {
        assertThat(IdentityNumber.faultOf(number)).isEmpty();
    }

    @Test
    void the_thirtieth_of_february_is_nobodys_birthday() {
        assertThat(IdentityNumber.faultOf("320481198002300010")).contains("birth");
    }

    @Test
    void a_wrong_check_digit_is_found() {
        assertThat(IdentityNumber.faultOf("320481198001010019")).contains("check");
        assertThat(IdentityNumber.faultOf("32048119800101001")).contains("shape");
    }

    @Test
    void what_people_type_is_normalised() {
        assertThat(IdentityNumber.of(" １１０１０５ 19491231002x ").value()).isEqualTo("11010519491231002X");
    }

    @Test
    void birth_and_sex_are_read_from_it() {
        var number = new IdentityNumber("310117194503150021");
        assertThat(number.birth()).isEqualTo(LocalDate.of(1945, 3, 15));
        assertThat(number.isMale()).isFalse();
    }

    @Test
    void it_never_prints_itself() {
        assertThat(new IdentityNumber("310117194503150021")).hasToString("310117********0021");
        assertThatThrownBy(() -> new IdentityNumber("310117194503150022"))
                .isInstanceOf(Refused.class)
                .hasMessageNotContaining("310117194503150022");
    }

    @Test
    void a_bank_card_has_a_luhn_digit() {
        assertThat(BankCard.of("6222 0210 0011 2233 449")).hasToString("**** 3449");
        assertThatThrownBy(() -> new BankCard("6222021000112233448")).isInstanceOf(Refused.class);
    }
}
