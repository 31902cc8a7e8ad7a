package org.weimin.people;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.weimin.kernel.IdentityNumber;
import org.weimin.testing.Xlsx;

/** A file as somebody may upload it, and what has to become of it. */
record RosterFile(String title, String name, byte[] bytes, Fate fate) {
    static final List<String> HEADINGS = List.of("户编号", "姓名", "公民身份号码", "与户主关系", "村（社区）", "住址", "联系电话", "开户银行", "银行卡号");
    private static final int SEVENTEEN = 17;
    private static int sequence = 100;

    /** What becomes of a file. */
    sealed interface Fate {
        /** Nothing is kept of it, and this is said. */
        record Refused(String code) implements Fate {}

        /** It is staged with so many rows of each kind, and exactly these faults are named. */
        record Checked(int good, int wrong, Set<String> faults) implements Fate {}
    }

    static RosterFile refused(String title, String name, byte[] bytes, String code) {
        return new RosterFile(title, name, bytes, new Fate.Refused(code));
    }

    static RosterFile good(String title, String name, byte[] bytes, int rows) {
        return new RosterFile(title, name, bytes, new Fate.Checked(rows, 0, Set.of()));
    }

    static RosterFile wrong(String title, byte[] bytes, String... faults) {
        String name = bytes[0] == 'P' ? "名册.xlsx" : "名册.csv";
        return new RosterFile(title, name, bytes, new Fate.Checked(0, 1, Set.of(faults)));
    }

    static String identity() {
        return withCheck("99011719600101" + ++sequence);
    }

    /** Born on a day that gives the order number 100 the check digit zero, as a cut-off number has by chance. */
    static String identityEndingInZeros() {
        return LocalDate.of(1950, 1, 1)
                .datesUntil(LocalDate.of(1951, 1, 1))
                .map(day -> withCheck("990117" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "100"))
                .filter(number -> number.endsWith("000"))
                .findFirst()
                .orElseThrow();
    }

    private static String withCheck(String seventeen) {
        return seventeen.substring(0, SEVENTEEN) + IdentityNumber.checkOf(seventeen);
    }

    static List<Object> head(String name) {
        return person("1", name, identity(), "户主");
    }

    static List<Object> person(String family, String name, Object identity, String relation) {
        return new ArrayList<>(List.of(family, name, identity, relation, "放生池社区居委会", "文诚路1号", "", "", ""));
    }

    /** The head of a household with one cell changed. */
    static List<Object> head(int column, Object value) {
        List<Object> row = head("李试");
        row.set(column, value);
        return row;
    }

    static String csv(List<?>... rows) {
        var lines = new ArrayList<List<?>>(List.of(HEADINGS));
        lines.addAll(List.of(rows));
        return lines.stream()
                .map(line -> line.stream().map(RosterFile::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String quoted(Object cell) {
        String text = cell.toString();
        return text.matches("(?s).*[,\"\\n\\r].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] in(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }

    static Xlsx xlsx(List<?>... rows) {
        var all = new ArrayList<List<?>>(List.of(HEADINGS));
        all.addAll(List.of(rows));
        return Xlsx.of(all);
    }

    @Override
    public String toString() {
        return title;
    }
}
