package org.weimin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "0, 零元整",
        "0.05, 伍分",
        "0.50, 伍角整",
        "1.00, 壹元整",
        "10.00, 壹拾元整",
        "105.00, 壹佰零伍元整",
        "1234.00, 壹仟贰佰叁拾肆元整",
        "1004.05, 壹仟零肆元零伍分",
        "1660.00, 壹仟陆佰陆拾元整",
        "10000.00, 壹万元整",
        "10010.10, 壹万零壹拾元壹角整",
        "107000.53, 壹拾万柒仟元伍角叁分",
        "100200300.00, 壹亿零贰拾万零叁佰元整",
        "20000000.00, 贰仟万元整",
        "-3.20, 负叁元贰角整"
    })
    void amounts_in_words_read_like_a_cheque(String yuan, String words) {
        assertThat(Money.yuan(yuan).inWords()).isEqualTo(words);
    }

    @Test
    void a_fraction_of_a_fen_is_refused() {
        assertThatThrownBy(() -> Money.yuan("1.005")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void overflow_is_refused() {
        var most = new Money(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new Money(1))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void rounding_has_to_be_named() {
        assertThat(Money.yuan("0.05").times(new BigDecimal("0.5"), RoundingMode.HALF_UP))
                .isEqualTo(new Money(3));
        assertThat(Money.yuan("0.05").times(new BigDecimal("0.5"), RoundingMode.DOWN))
                .isEqualTo(new Money(2));
    }

    @Test
    void adding_in_any_order_gives_the_same_sum() {
        for (int seed = 0; seed < 1_000; seed++) {
            var amounts = new Random(seed)
                    .longs(50, -1_000_000, 1_000_000)
                    .mapToObj(Money::new)
                    .toList();
            assertThat(Money.sum(amounts.reversed().stream()))
                    .as("seed %d", seed)
                    .isEqualTo(Money.sum(amounts.stream()));
        }
    }

    @Test
    void screens_group_and_files_do_not() {
        assertThat(Money.yuan("1234567.8").grouped()).isEqualTo("1,234,567.80");
        assertThat(Money.yuan("1234567.8").plain()).isEqualTo("1234567.80");
        assertThat(LongStream.of(1, -1).mapToObj(Money::new).map(Money::plain)).containsExactly("0.01", "-0.01");
    }
}
