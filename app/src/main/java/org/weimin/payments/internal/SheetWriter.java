package org.weimin.payments.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.weimin.shell.Texts;

/** 代发清册: the same batch as a workbook, for banks that take one. Numbers of cards are text, so none loses a digit. */
final class SheetWriter {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String[] HEADINGS = {
        "number", "payee", "bank", "card", "amount", "month", "line", "result", "reason"
    };

    private SheetWriter() {}

    static void write(Batch batch, Stream<Transfer> transfers, OutputStream out) {
        try {
            withoutTime(sheet(batch, transfers), out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] sheet(Batch batch, Stream<Transfer> transfers) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Weimin", "1.0")) {
            var sheet = workbook.newWorksheet("batch");
            sheet.value(0, 0, Texts.in("zh", "payments.file.batch"));
            sheet.value(0, 1, batch.messageId());
            sheet.value(0, 2, batch.count());
            sheet.value(0, 3, batch.total().toYuan());
            sheet.value(0, 4, batch.total().inWords());
            for (int column = 0; column < HEADINGS.length; column++) {
                sheet.value(1, column, Texts.in("zh", "payments.file." + HEADINGS[column]));
            }
            sheet.freezePane(0, 2);
            int row = 2;
            for (var each = transfers.iterator(); each.hasNext(); row++) {
                line(sheet, row, each.next());
            }
        }
        return bytes.toByteArray();
    }

    private static void line(Worksheet sheet, int row, Transfer transfer) {
        sheet.value(row, 0, row - 1);
        sheet.value(row, 1, transfer.payee());
        sheet.value(row, 2, transfer.bank());
        sheet.value(row, 3, transfer.card().value());
        sheet.value(row, 4, transfer.amount().toYuan());
        sheet.value(row, 5, transfer.month().toString());
        sheet.value(row, 6, transfer.endToEndId());
    }

    /** A workbook notes in two places when it was made; without them the same run gives the same bytes. */
    private static void withoutTime(byte[] workbook, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        try (var parts = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            for (var part : Collections.list(parts.getEntries())) {
                var copy = new ZipEntry(part.getName());
                copy.setTimeLocal(NO_TIME);
                zip.putNextEntry(copy);
                byte[] content = parts.getInputStream(part).readAllBytes();
                zip.write(part.getName().equals("docProps/core.xml") ? undated(content) : content);
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private static byte[] undated(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*", "$11980-01-01T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
