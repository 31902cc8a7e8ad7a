package org.weimin.people;

import static org.weimin.people.RosterFile.csv;
import static org.weimin.people.RosterFile.head;
import static org.weimin.people.RosterFile.in;
import static org.weimin.people.RosterFile.refused;
import static org.weimin.people.RosterFile.utf8;
import static org.weimin.people.RosterFile.xlsx;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.weimin.testing.Xlsx;

/** Files that are something else than they say, broken, or made to harm. Every one is refused in words. */
final class HostileFiles {
    private static final String UNKNOWN = "shell.workbook.unknown";
    private static final String UNREADABLE = "shell.workbook.unreadable";
    private static final String BOMB = "shell.workbook.bomb";
    private static final String DOCTYPE = "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:9/secret\">]>";
    private static final long SEED = 20260701;

    private HostileFiles() {}

    static List<RosterFile> all() {
        var all = new ArrayList<RosterFile>();
        try {
            all.addAll(somethingElse());
            all.addAll(broken());
            all.addAll(brokenInside());
            all.addAll(reachingOut());
            all.addAll(bombs());
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return all;
    }

    private static List<RosterFile> somethingElse() throws IOException, GeneralSecurityException {
        byte[] png = picture("png");
        byte[] jpg = picture("jpg");
        byte[] script = utf8("<script>alert(1)</script>");
        return List.of(
                refused("nothing", "名册.xlsx", new byte[0], UNKNOWN),
                refused("nothing, as CSV", "名册.csv", new byte[0], "people.import.empty"),
                refused("a photograph", "名册.xlsx", png, UNKNOWN),
                refused("a photograph that says CSV", "名册.csv", jpg, UNKNOWN),
                refused("a photograph with a script behind it", "名册.jpg", joined(jpg, script), UNKNOWN),
                refused("half a photograph", "名册.csv", Arrays.copyOf(jpg, jpg.length / 2), UNKNOWN),
                refused("a photograph of a new telephone", "a.heic", utf8("\0\0\0\u0018ftypheic\0\0\0\0"), UNKNOWN),
                refused("a page", "名册.html", joined(utf8("<!doctype html>"), script), UNKNOWN),
                refused(
                        "a page that says workbook",
                        "名册.xls",
                        utf8("<html><table><tr><td>1</td></tr></table></html>"),
                        UNKNOWN),
                refused(
                        "a page that says CSV",
                        "名册.csv",
                        joined(utf8("<!doctype html>"), script),
                        "people.import.empty"),
                refused(
                        "a drawing with a script",
                        "名册.svg",
                        utf8("<svg onload='alert(1)' xmlns='http://www.w3.org/2000/svg'/>"),
                        UNKNOWN),
                refused("a document", "名册.pdf", utf8("%PDF-1.7\n1 0 obj<</JS(app.alert(1))>>"), UNKNOWN),
                refused("a program", "名册.xlsx.exe", utf8("MZ\u0090\0"), UNKNOWN),
                refused(
                        "a workbook of 1997",
                        "名册.xls",
                        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0},
                        "shell.workbook.old-xls"),
                refused(
                        "a workbook with a password",
                        "名册.xlsx",
                        encrypted(xlsx(head("李试")).bytes()),
                        "shell.workbook.encrypted"),
                refused("a workbook of 2003 as XML", "名册.xml", utf8("<?xml version=\"1.0\"?><Workbook/>"), UNKNOWN),
                refused("noise", "名册.csv", noise(), UNKNOWN),
                refused("a line without end in quotes", "名册.csv", utf8("户编号,\"姓名\r\n1,李"), UNREADABLE));
    }

    private static List<RosterFile> broken() {
        byte[] whole = xlsx(head("李试")).bytes();
        return List.of(
                refused("half a workbook", "名册.xlsx", Arrays.copyOf(whole, whole.length / 2), UNREADABLE),
                refused("a workbook's first four bytes", "名册.xlsx", Arrays.copyOf(whole, 4), UNREADABLE),
                refused(
                        "no list of contents",
                        "名册.xlsx",
                        xlsx(head("李试")).without("[Content_Types].xml").bytes(),
                        UNREADABLE),
                refused(
                        "no workbook inside",
                        "名册.xlsx",
                        xlsx(head("李试")).without("xl/workbook.xml").bytes(),
                        UNREADABLE),
                refused(
                        "no sheet inside",
                        "名册.xlsx",
                        xlsx(head("李试")).without(Xlsx.SHEET).bytes(),
                        UNREADABLE),
                refused("a folder of files", "名册.xlsx", zip("a.txt", "b.txt"), UNREADABLE),
                refused(
                        "a text document that says workbook",
                        "名册.xlsx",
                        zip("[Content_Types].xml", "word/document.xml"),
                        UNREADABLE));
    }

    private static List<RosterFile> brokenInside() {
        return List.of(
                refused(
                        "a sheet that is no XML",
                        "名册.xlsx",
                        xlsx().with(Xlsx.SHEET, "<worksheet><row").bytes(),
                        UNREADABLE),
                refused(
                        "a sheet in another program's bytes",
                        "名册.xlsb",
                        xlsx().with(Xlsx.SHEET, noise()).bytes(),
                        UNREADABLE),
                refused(
                        "a shared string that is not there",
                        "名册.xlsx",
                        Xlsx.ofXml("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>")
                                .bytes(),
                        UNREADABLE),
                refused(
                        "a line number that is none",
                        "名册.xlsx",
                        Xlsx.ofXml("<row r=\"99999999999\"><c r=\"A1\"><v>7</v></c></row>")
                                .bytes(),
                        UNREADABLE),
                refused(
                        "a column far beyond the last",
                        "名册.xlsx",
                        Xlsx.ofXml("<row r=\"1\"><c r=\"XFDXFDXFD1\"><v>7</v></c></row>")
                                .bytes(),
                        "people.import.empty"),
                refused(
                        "a cell that says it lies nowhere",
                        "名册.xlsx",
                        Xlsx.ofXml("<row r=\"1\"><c r=\"1\"><v>7</v></c></row>").bytes(),
                        "people.import.empty"),
                refused(
                        "a sheet that says it is all cells",
                        "名册.xlsx",
                        Xlsx.ofXml("")
                                .replacing(Xlsx.SHEET, "<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>")
                                .bytes(),
                        "people.import.empty"));
    }

    private static List<RosterFile> reachingOut() {
        String inclusion =
                "<row xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///etc/passwd\"/></row>";
        return List.of(
                refused(
                        "an entity in the sheet",
                        "名册.xlsx",
                        xlsx(head("李试"))
                                .replacing(Xlsx.SHEET, "<worksheet", DOCTYPE + "<worksheet")
                                .bytes(),
                        UNREADABLE),
                refused(
                        "an entity in the strings",
                        "名册.xlsx",
                        xlsx(head("李试"))
                                .with(Xlsx.STRINGS, DOCTYPE + Xlsx.strings("<si><t>&e;</t></si>"))
                                .bytes(),
                        UNREADABLE),
                refused(
                        "an entity in the list of contents",
                        "名册.xlsx",
                        xlsx(head("李试"))
                                .replacing("[Content_Types].xml", "<Types", DOCTYPE + "<Types")
                                .bytes(),
                        UNREADABLE),
                refused(
                        "an entity in the relations",
                        "名册.xlsx",
                        xlsx(head("李试"))
                                .replacing("xl/_rels/workbook.xml.rels", "<Relationships", DOCTYPE + "<Relationships")
                                .bytes(),
                        UNREADABLE),
                refused(
                        "entities of entities",
                        "名册.xlsx",
                        xlsx(head("李试")).with(Xlsx.STRINGS, laughs()).bytes(),
                        UNREADABLE),
                refused(
                        "a file from elsewhere included",
                        "名册.xlsx",
                        Xlsx.ofXml(inclusion).bytes(),
                        "people.import.empty"),
                refused(
                        "parts that want to lie elsewhere",
                        "名册.xlsx",
                        zip("[Content_Types].xml", "../../../../tmp/evil.sh", "..\\evil.bat", "/etc/cron.d/evil"),
                        UNREADABLE));
    }

    private static List<RosterFile> bombs() {
        byte[] rows = utf8(Xlsx.sheet("<row></row>".repeat(6_000_000)));
        return List.of(
                refused(
                        "a sheet that unfolds a thousandfold",
                        "名册.xlsx",
                        xlsx().with(Xlsx.SHEET, rows).bytes(),
                        BOMB),
                refused(
                        "strings that unfold a thousandfold",
                        "名册.xlsx",
                        xlsx().with(Xlsx.STRINGS, Xlsx.strings("<si><t>啊</t></si>".repeat(3_000_000)))
                                .bytes(),
                        BOMB),
                refused(
                        "strings beyond their limit",
                        "名册.xlsx",
                        xlsx().with(Xlsx.STRINGS, Xlsx.strings(strings(1_900_000)))
                                .bytes(),
                        BOMB),
                refused("a bomb in a bomb", "名册.xlsx", zip("[Content_Types].xml", "a.zip"), UNREADABLE),
                refused(
                        "a hundred thousand parts",
                        "名册.xlsx",
                        zip(IntStream.range(0, 100_000).mapToObj(i -> "p" + i).toArray(String[]::new)),
                        UNREADABLE),
                refused(
                        "more bytes than allowed",
                        "名册.csv",
                        utf8(csv() + "x".repeat(20 << 20)),
                        "shell.workbook.too-large"));
    }

    /** Different enough not to be squeezed a hundredfold. */
    private static String strings(int count) {
        var random = new Random(SEED);
        return IntStream.range(0, count)
                .mapToObj(i -> "<si><t>" + Long.toString(random.nextLong(), Character.MAX_RADIX) + "</t></si>")
                .collect(Collectors.joining());
    }

    private static String laughs() {
        return "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"" + "&a;".repeat(1_000) + "\"><!ENTITY c \""
                + "&b;".repeat(1_000) + "\">]>" + Xlsx.strings("<si><t>" + "&c;".repeat(1_000) + "</t></si>");
    }

    private static byte[] picture(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] encrypted(byte[] workbook) throws IOException, GeneralSecurityException {
        var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword("secret");
        var bytes = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            try (var inside = encryptor.getDataStream(container)) {
                inside.write(workbook);
            }
            container.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] noise() {
        byte[] bytes = new byte[4_096];
        new Random(SEED).nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] zip(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(in("UTF-8", "x"));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
