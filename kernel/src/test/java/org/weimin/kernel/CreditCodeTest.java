package org.weimin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91110000802100433B",
                "91110105771583283D",
                "51610700305332460K",
                "123502001549897397",
                "53310117MJ0000034N"
            })
    void a_code_with_the_right_check_character_is_taken(String code) {
        assertThat(CreditCode.of(" " + code.toLowerCase(java.util.Locale.ROOT) + " ")
                        .value())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350203M0001QAY9B", "91350100M000100Y44", "9135010OM000100Y43", "9135", ""})
    void any_other_code_is_refused(String code) {
        assertThatThrownBy(() -> new CreditCode(code)).isInstanceOf(Refused.class);
    }
}
