package org.weimin.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.weimin.kernel.Refused;

class LettersTest {
    @Test
    void a_value_can_never_become_markup() {
        assertThat(LetterTemplate.fill("<p>{{name}}</p>", Map.of("name", "<b>王 & 李</b>")))
                .isEqualTo("<p>&lt;b&gt;王 &amp; 李&lt;/b&gt;</p>");
    }

    @Test
    void a_field_that_nobody_gave_is_refused_by_its_name() {
        assertThatThrownBy(() -> LetterTemplate.fill("{{salary}}", Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("salary");
    }

    @Test
    void what_is_copied_out_of_a_letter_is_what_was_written() throws Exception {
        assumeTrue(
                Files.isReadable(Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"))
                        || Files.isReadable(Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")),
                "No Chinese font with outlines: apt-get install fonts-droid-fallback");
        byte[] pdf = LetterPaper.print(
                "通知书", "<h1>民政 生活保障</h1><p>人民币 1,110.00 元（壹仟壹佰壹拾元整）</p>", new LetterFonts(Path.of("target/none")));
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("民政 生活保障")
                    .contains("壹仟壹佰壹拾元整")
                    .doesNotContain("⺠")
                    .doesNotContain("#");
        }
        Files.write(Path.of("target", "letter.pdf"), pdf);
    }

    @Test
    void a_name_that_no_font_can_draw_is_not_printed_with_a_gap() {
        assumeTrue(
                Files.isReadable(Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"))
                        && !Files.exists(Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf")),
                "Only where there is a Chinese font and none for rare characters");
        assertThatThrownBy(() -> LetterPaper.print("通知书", "<p>欧阳𠅤</p>", new LetterFonts(Path.of("target/none"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("𠅤");
    }
}
