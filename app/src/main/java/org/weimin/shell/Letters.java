package org.weimin.shell;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.weimin.home.Home;
import org.weimin.shell.internal.LetterFonts;
import org.weimin.shell.internal.LetterPaper;
import org.weimin.shell.internal.LetterTemplate;

/**
 * 文书: prints a pack's letter on A4. The template has no logic: {@code {{field}}} and nothing else, and a field that
 * is not given is refused by its name.
 */
@Component
public class Letters {
    private final LetterFonts fonts;

    Letters(Home home) {
        this.fonts = new LetterFonts(home.cache());
    }

    /** The letter as HTML, every field escaped. */
    public String html(String template, Map<String, String> fields) {
        return LetterTemplate.fill(template, fields);
    }

    /** The letter as PDF; refused with what to install where no font has the Chinese characters. */
    public byte[] pdf(String title, String template, Map<String, String> fields) {
        return LetterPaper.print(title, html(template, fields), fonts);
    }

    /** The letter as the answer to a request: opened by the browser, and saved under its number. */
    public ResponseEntity<byte[]> reply(String number, String template, Map<String, String> fields) {
        var disposition = ContentDisposition.inline()
                .filename(number + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(pdf(number, template, fields));
    }
}
