package org.weimin.access.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final String SECRET = new Base32().encodeToString("12345678901234567890".getBytes(US_ASCII));

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_rfc_6238(long second, String code) {
        assertThat(Totp.codeAt(SECRET, second)).isEqualTo(code);
    }

    @Test
    void a_code_is_good_one_step_early_or_late_and_no_more() {
        String code = Totp.codeAt(SECRET, 900);
        assertThat(Totp.acceptedStep(SECRET, code, 930, 0)).hasValue(30);
        assertThat(Totp.acceptedStep(SECRET, code, 870, 0)).hasValue(30);
        assertThat(Totp.acceptedStep(SECRET, code, 960, 0)).isEmpty();
        assertThat(Totp.acceptedStep(SECRET, code, 839, 0)).isEmpty();
    }

    @Test
    void a_code_is_good_once() {
        String code = Totp.codeAt(SECRET, 900);
        assertThat(Totp.acceptedStep(SECRET, code, 901, 30)).isEmpty();
    }
}
