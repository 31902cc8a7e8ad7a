package org.weimin.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.weimin.kernel.Refused;
import org.weimin.shell.Workbooks.Cell;
import org.weimin.shell.Workbooks.RowConsumer;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads uploaded tables as a stream, within limits that a bomb runs into before the machine does. */
public final class SheetReader {
    static final int MOST_ROWS = 100_000;
    private static final long MOST_FILE_BYTES = 20L << 20;
    private static final long MOST_PART_BYTES = 256L << 20;
    private static final long MOST_STRING_BYTES = 48L << 20;
    /** How programs write a number into CSV that shall stay text: {@code ="0123"}. */
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("^=\"([0-9A-Za-z]*)\"$");

    static {
        // A part may grow a hundredfold when unpacked, and to so many bytes at most.
        ZipSecureFile.setMinInflateRatio(java.math.BigDecimal.valueOf(1, 2).doubleValue());
        ZipSecureFile.setMaxEntrySize(MOST_PART_BYTES);
        ZipSecureFile.setMaxFileCount(1_000);
    }

    private SheetReader() {}

    public static void read(Path file, String fileName, RowConsumer consumer) {
        try {
            if (Files.size(file) > MOST_FILE_BYTES) {
                throw new Refused("shell.workbook.too-large", MOST_FILE_BYTES >> 20);
            }
            byte[] start = start(file);
            String name = fileName.toLowerCase(Locale.ROOT);
            if (startsWith(start, 'P', 'K', 3, 4)) {
                readWorkbook(file, consumer);
            } else if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
                throw new Refused(isEncrypted(file) ? "shell.workbook.encrypted" : "shell.workbook.old-xls");
            } else if (name.endsWith(".csv") || name.endsWith(".txt")) {
                readCsv(Files.readAllBytes(file), consumer);
            } else {
                throw new Refused("shell.workbook.unknown");
            }
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    private static void readWorkbook(Path file, RowConsumer consumer) throws IOException {
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var reader = new XSSFReader(opened);
            SharedStrings strings = sharedStrings(reader);
            var sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                throw new Refused("shell.workbook.unknown");
            }
            try (InputStream sheet = sheets.next()) {
                var xml = XMLHelper.newXMLReader();
                xml.setContentHandler(new SheetRows(strings, consumer));
                xml.parse(new InputSource(sheet));
            }
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | SAXException
                | ParserConfigurationException
                | RecordFormatException
                | IllegalArgumentException
                | IndexOutOfBoundsException failed) {
            throw unreadable(failed);
        }
    }

    /** They are kept in memory, so they have a limit of their own. */
    private static SharedStrings sharedStrings(XSSFReader reader) throws IOException, OpenXML4JException, SAXException {
        try (InputStream part = reader.getSharedStringsData()) {
            if (part == null) {
                return new ReadOnlySharedStringsTable(InputStream.nullInputStream(), false);
            }
            return new ReadOnlySharedStringsTable(
                    BoundedInputStream.builder()
                            .setInputStream(part)
                            .setMaxCount(MOST_STRING_BYTES + 1)
                            .setOnMaxCount((most, count) -> {
                                throw new Refused("shell.workbook.bomb", MOST_STRING_BYTES >> 20);
                            })
                            .get(),
                    false);
        }
    }

    /** A workbook with a password is an old container around an encrypted part of that name. */
    private static boolean isEncrypted(Path file) throws IOException {
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return all.contains(new String(name, StandardCharsets.ISO_8859_1));
    }

    private static RuntimeException unreadable(Exception failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
            String says = String.valueOf(cause.getMessage());
            if (says.contains("Zip bomb") || says.contains("too large")) {
                return new Refused("shell.workbook.bomb", MOST_PART_BYTES >> 20);
            }
        }
        return failed instanceof java.nio.file.FileSystemException missing
                ? new UncheckedIOException(missing)
                : new Refused("shell.workbook.unreadable");
    }

    private static void readCsv(byte[] bytes, RowConsumer consumer) throws IOException {
        String text = decode(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new Refused("shell.workbook.unknown");
        }
        int number = 0;
        var format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).get();
        try (var records = format.parse(new java.io.StringReader(text))) {
            for (CSVRecord line : records) {
                if (++number > MOST_ROWS) {
                    throw new Refused("shell.workbook.too-many-rows", MOST_ROWS);
                }
                consumer.row(number, cells(line));
            }
        } catch (UncheckedIOException malformed) {
            throw new Refused("shell.workbook.unreadable");
        }
    }

    private static List<Cell> cells(CSVRecord line) {
        return StreamSupport.stream(line.spliterator(), false)
                .map(text -> KEPT_AS_TEXT.matcher(text).replaceFirst("$1"))
                .map(text -> new Cell(text, text.isBlank() ? Cell.Kind.EMPTY : Cell.Kind.TEXT))
                .toList();
    }

    /** Whatever parts the first lines most often: Excel writes tabs as "Unicode text", semicolons elsewhere. */
    private static char delimiter(String text) {
        String start = text.substring(0, Math.min(2_000, text.length()));
        return Stream.of(',', '\t', ';')
                .max(Comparator.comparingLong(
                        mark -> start.chars().filter(c -> c == mark).count()))
                .orElse(',');
    }

    /** UTF-8 when it is UTF-8, UTF-16 by its mark; else the Chinese national set, of which GBK is a part. */
    private static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }

    private static boolean startsWith(byte[] start, int... expected) {
        if (start.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((start[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
