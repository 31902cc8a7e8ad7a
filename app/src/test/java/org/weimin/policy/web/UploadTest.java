package org.weimin.policy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.weimin.kernel.Refused;

class UploadTest {
    @Test
    void a_rules_file_is_text_in_utf8_with_or_without_its_mark() {
        assertThat(Upload.rules(file("dibao.dmn", "\uFEFF<definitions/>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("<definitions/>");
        assertThat(Upload.cases(file("cases.YAML", "cases: []".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("cases: []");
    }

    @Test
    void what_is_too_large_of_another_kind_empty_or_no_text_does_not_enter() {
        refused("policy.upload.too-large", "rules.dmn", new byte[(2 << 20) + 1]);
        refused("policy.upload.kind", "rules.dmn", new byte[0]);
        refused("policy.upload.kind", "rules.exe", "<definitions/>".getBytes(StandardCharsets.UTF_8));
        refused("policy.upload.not-utf8", "rules.dmn", "<定义/>".getBytes(Charset.forName("GBK")));
        refused("policy.upload.not-dmn", "rules.dmn", "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String code, String name, byte[] content) {
        assertThatThrownBy(() -> Upload.rules(file(name, content)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }
}
