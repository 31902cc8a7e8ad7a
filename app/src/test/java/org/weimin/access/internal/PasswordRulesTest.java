package org.weimin.access.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weimin.kernel.Refused;

class PasswordRulesTest {
    private static final List<String> OWNER = List.of("陈桂芳", "chenguifang");

    @ParameterizedTest
    @CsvSource({"MLPS3, River7Stone!Lamp", "MLPS3, 木桶Kx82!vq窗台纸", "ASVS, kettle orchard violin seven"})
    void a_good_password_passes(PasswordRules rules, String password) {
        assertThatCode(() -> rules.check(password, OWNER)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "MLPS3, Ab1!short",
        "MLPS3, onlylowercaseletters",
        "MLPS3, Password123!",
        "MLPS3, Chenguifang#2026",
        "MLPS3, 我是陈桂芳Ab1!xyz",
        "ASVS, Ab1!Ab1!Ab",
        "ASVS, 123456789012",
        "ASVS, aaaaaaaaaaaaaa",
        "ASVS, passwordpassword"
    })
    void a_short_weak_or_personal_password_is_refused(PasswordRules rules, String password) {
        assertThatThrownBy(() -> rules.check(password, OWNER)).isInstanceOf(Refused.class);
    }
}
