package org.weimin.shell.internal;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A4 as official letters use it (GB/T 9704: margins 37, 26, 35 and 28 mm), with page numbers at the foot. */
public final class LetterPaper {
    private static final String STYLE = """
        @page { size: A4; margin: 26mm 26mm 24mm 28mm;
                @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
        body { font-family: {families}; font-size: 12pt; line-height: 1.6; color: #111; }
        h1 { font-size: 20pt; text-align: center; margin: 0 0 2mm; letter-spacing: 1pt; font-weight: normal; }
        .office { text-align: center; font-size: 15pt; letter-spacing: 2pt; margin: 0 0 4mm; color: #b3131b;
                  border-bottom: 1.2pt solid #b3131b; padding-bottom: 3mm; }
        .number { text-align: right; font-size: 10.5pt; margin: 0 0 6mm; }
        .to { margin: 0 0 2mm; }
        p { text-indent: 2em; margin: 0 0 2mm; text-align: left; }
        p.plain, .to, .number { text-indent: 0; }
        table { width: 100%; border-collapse: collapse; margin: 3mm 0 4mm; font-size: 11.5pt; }
        th, td { border: 0.6pt solid #555; padding: 1.4mm 2.5mm; text-align: left; vertical-align: top; }
        th { width: 30%; font-weight: normal; background: #f3f3f3; }
        .sign { margin-top: 10mm; text-align: right; line-height: 1.8; page-break-inside: avoid; }
        .sign .stamp { float: right; border: 0.6pt dashed #b3131b; color: #b3131b; font-size: 9pt; width: 28mm;
                       height: 28mm; line-height: 28mm; text-align: center; margin: 0 0 0 6mm; }
        .foot { clear: both; margin-top: 6mm; border-top: 0.6pt solid #999; padding-top: 2mm; font-size: 9.5pt;
                color: #444; }
        .foot p { text-indent: 0; margin: 0; }
        .form { table-layout: fixed; }
        .form th { width: 21%; }
        .form td p { text-indent: 0; margin: 0; }
        .form .signed { text-align: right; margin-top: 9mm; }
        .gloss { page-break-before: always; }
        .code { letter-spacing: 1.5pt; }
        """;

    private LetterPaper() {}

    public static byte[] print(String title, String body, LetterFonts fonts) {
        String html = "<html><head><title>%s</title><style>%s</style></head><body>%s</body></html>"
                .formatted(title, STYLE.replace("{families}", LetterFonts.families()), body);
        fonts.demandAllOf(body);
        var pdf = new ByteArrayOutputStream();
        var printer = new PdfRendererBuilder();
        fonts.addTo(printer);
        printer.withHtmlContent(html, "about:blank").toStream(pdf);
        try {
            printer.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return pdf.toByteArray();
    }
}
