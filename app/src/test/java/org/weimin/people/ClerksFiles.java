package org.weimin.people;

import static org.weimin.people.RosterFile.HEADINGS;
import static org.weimin.people.RosterFile.csv;
import static org.weimin.people.RosterFile.good;
import static org.weimin.people.RosterFile.head;
import static org.weimin.people.RosterFile.identity;
import static org.weimin.people.RosterFile.identityEndingInZeros;
import static org.weimin.people.RosterFile.in;
import static org.weimin.people.RosterFile.person;
import static org.weimin.people.RosterFile.refused;
import static org.weimin.people.RosterFile.utf8;
import static org.weimin.people.RosterFile.wrong;
import static org.weimin.people.RosterFile.xlsx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.weimin.people.RosterFile.Fate;
import org.weimin.testing.Xlsx;

/** What offices really upload: traps of spreadsheets, of character sets and of people in a hurry. */
final class ClerksFiles {
    private static final int NAME = 1;
    private static final int IDENTITY = 2;
    private static final int PLACE = 4;
    private static final int ADDRESS = 5;
    private static final int PHONE = 6;
    private static final int CARD = 8;

    private ClerksFiles() {}

    static List<RosterFile> all() {
        var all = new ArrayList<RosterFile>();
        all.addAll(lostDigits());
        all.addAll(numbersAsTyped());
        all.addAll(characterSets());
        all.addAll(layouts());
        all.addAll(headings());
        all.addAll(fields());
        all.addAll(CellTraps.all());
        return all;
    }

    private static List<RosterFile> lostDigits() {
        return List.of(
                wrong(
                        "identity as a number cell",
                        xlsx(head(IDENTITY, 990117196001011234d)).bytes(),
                        "identity-number-cell"),
                wrong(
                        "identity as a number cell that lost three digits",
                        xlsx(head(IDENTITY, 990117196001010000L)).bytes(),
                        "identity-number-cell"),
                wrong(
                        "identity in scientific notation",
                        utf8(csv(head(IDENTITY, "9.90117E+17"))),
                        "identity-number-cell"),
                wrong(
                        "identity in scientific notation, as text of a workbook",
                        xlsx(head(IDENTITY, "9.90117196001011E17")).bytes(),
                        "identity-number-cell"),
                wrong(
                        "identity that ends in zeros and fails its check",
                        utf8(csv(head(IDENTITY, "990117196001012000"))),
                        "identity-number-cell"),
                good(
                        "identity that rightly ends in zeros",
                        "名册.csv",
                        utf8(csv(head(IDENTITY, identityEndingInZeros()), person("2", "张二", identity(), "户主"))),
                        2),
                new RosterFile(
                        "identity that passes its check by chance beside one that does not",
                        "名册.csv",
                        utf8(csv(
                                head(IDENTITY, identityEndingInZeros()),
                                person("2", "张二", "990117196001012000", "户主"))),
                        new Fate.Checked(0, 2, Set.of("identity-number-cell"))),
                wrong(
                        "card as a number cell",
                        xlsx(head(CARD, 6299990000000000012L)).bytes(),
                        "card-number-cell"),
                wrong("card in scientific notation", utf8(csv(head(CARD, "6.22848E+18"))), "card-number-cell"),
                wrong(
                        "card that ends in four zeros",
                        utf8(csv(head(CARD, "6228480123456780000"))),
                        "card-number-cell"));
    }

    private static List<RosterFile> numbersAsTyped() {
        String number = identity();
        return List.of(
                good("full-width digits", "名册.csv", utf8(csv(head(IDENTITY, wide(identity())))), 1),
                good("a number with spaces", "名册.csv", utf8(csv(head(IDENTITY, spaced(number)))), 1),
                good(
                        "a number kept as text by a formula",
                        "名册.csv",
                        utf8(csv(head(IDENTITY, "=\"" + identity() + "\""))),
                        1),
                wrong("a number of fifteen digits", utf8(csv(head(IDENTITY, "990117600101001"))), "identity-shape"),
                wrong("a number behind an apostrophe", utf8(csv(head(IDENTITY, "'" + identity()))), "identity-shape"),
                wrong("a wrong check digit", utf8(csv(head(IDENTITY, "990117196001011010"))), "identity-check"),
                wrong("a birth date that never was", utf8(csv(head(IDENTITY, "990117196002301018"))), "identity-birth"),
                wrong("no number at all", utf8(csv(head(IDENTITY, ""))), "identity-missing"),
                new RosterFile(
                        "one number twice",
                        "名册.csv",
                        utf8(csv(person("1", "钱一", number, "户主"), person("2", "钱二", number, "户主"))),
                        new Fate.Checked(0, 2, Set.of("identity-twice"))));
    }

    private static List<RosterFile> characterSets() {
        String rare = csv(head(NAME, "欧阳𠅤"));
        return List.of(
                good("UTF-8", "名册.csv", utf8(csv(head("钱多多"))), 1),
                good("UTF-8 with its mark", "名册.csv", utf8("\uFEFF" + csv(head("钱多多"))), 1),
                good("GBK", "名册.csv", in("GBK", csv(head("钱多多"))), 1),
                good("GB 18030 with a character that GBK lacks", "名册.csv", in("GB18030", rare), 1),
                good(
                        "UTF-16 as Excel writes Unicode text",
                        "名册.txt",
                        in("UTF-16LE", "\uFEFF" + tabbed(csv(head("钱多多")))),
                        1),
                good("UTF-16, the other end first", "名册.csv", in("UTF-16BE", "\uFEFF" + csv(head("钱多多"))), 1),
                good("semicolons", "名册.csv", utf8(csv(head("钱多多")).replace(',', ';')), 1),
                good("tabs", "名册.csv", utf8(tabbed(csv(head("钱多多")))), 1),
                good(
                        "lines of an old Macintosh",
                        "名册.csv",
                        utf8(csv(head("钱多多")).replace("\r\n", "\r")),
                        1),
                good("the mark that names the separator", "名册.csv", utf8("sep=,\r\n" + csv(head("钱多多"))), 1),
                refused("UTF-8 in half", "名册.csv", java.util.Arrays.copyOf(utf8(csv()), 20), "people.import.empty"));
    }

    private static List<RosterFile> headings() {
        var shuffled = new ArrayList<Object>(head("李试"));
        var words = new ArrayList<>(HEADINGS);
        Collections.reverse(shuffled);
        Collections.reverse(words);
        return List.of(
                good(
                        "titles above the headings",
                        "名册.xlsx",
                        Xlsx.of(List.of(List.of("某街道名册"), List.of("2026年"), HEADINGS, head("李试")))
                                .bytes(),
                        1),
                good(
                        "headings in another order",
                        "名册.xlsx",
                        Xlsx.of(List.of(words, shuffled)).bytes(),
                        1),
                good(
                        "headings with stars, blanks and line ends",
                        "名册.xlsx",
                        Xlsx.of(List.of(starred(), head("李试"))).bytes(),
                        1),
                good(
                        "headings by other names",
                        "名册.csv",
                        utf8(csv(head("李试")).replace("公民身份号码", "身份证号").replace("户编号", "户号")),
                        1),
                good(
                        "more columns than are known",
                        "名册.csv",
                        utf8("户编号,姓名,公民身份号码,与户主关系,村（社区）,住址,备注\r\n1,李试," + identity() + ",户主,放生池社区居委会,文诚路1号,=1+1\r\n"),
                        1));
    }

    private static List<RosterFile> layouts() {
        String blank = IntStream.rangeClosed(3, 100_002)
                .mapToObj(row -> "<row r=\"" + row + "\"><c r=\"A" + row + "\" s=\"1\"/></row>")
                .collect(Collectors.joining());
        return List.of(
                good(
                        "a hundred thousand blank lines",
                        "名册.xlsx",
                        Xlsx.ofXml(Xlsx.rows(1, List.of(HEADINGS, head("李试"))) + blank)
                                .bytes(),
                        1),
                good(
                        "blank lines between",
                        "名册.xlsx",
                        xlsx(head("李试"), List.of(), List.of("", "  "), person("2", "李后", identity(), "户主"))
                                .bytes(),
                        2),
                good(
                        "a hidden line is a line",
                        "名册.xlsx",
                        xlsx(head("李试"))
                                .replacing(Xlsx.SHEET, "<row r=\"2\"", "<row r=\"2\" hidden=\"1\"")
                                .bytes(),
                        1),
                good(
                        "one household in two places of the list",
                        "名册.csv",
                        utf8(csv(head("李试"), person("2", "李间", identity(), "户主"), person("1", "李后", identity(), "子"))),
                        3),
                new RosterFile(
                        "a household number merged over its lines",
                        "名册.xlsx",
                        xlsx(head("李试"), person("", "李配", identity(), "配偶"))
                                .replacing(
                                        Xlsx.SHEET,
                                        "</sheetData>",
                                        "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")
                                .bytes(),
                        new Fate.Checked(1, 1, Set.of("missing", "head"))),
                refused(
                        "headings too far down",
                        "名册.csv",
                        utf8("说明\r\n".repeat(10) + csv(head("李试"))),
                        "people.import.headings"),
                refused(
                        "a needed column is missing",
                        "名册.csv",
                        utf8("户编号,姓名\r\n" + "1,李试\r\n".repeat(12)),
                        "people.import.headings"),
                refused("headings and nothing else", "名册.csv", utf8(csv()), "people.import.empty"),
                refused("a table of something else", "名册.csv", utf8("a,b\r\n1,2\r\n"), "people.import.empty"),
                refused("an empty first sheet", "名册.xlsx", Xlsx.ofXml("").bytes(), "people.import.empty"),
                refused(
                        "more lines than allowed",
                        "名册.csv",
                        utf8(csv() + "1,李,,,,\r\n".repeat(100_001)),
                        "shell.workbook.too-many-rows"));
    }

    private static List<RosterFile> fields() {
        return List.of(
                good("rare characters", "名册.csv", utf8(csv(head("㛃䶮𠅤"))), 1),
                good("a name of the Uyghurs", "名册.csv", utf8(csv(head("阿不都热依木·买买提"))), 1),
                good("blanks around everything", "名册.csv", utf8(csv(head(" 李试　"))), 1),
                wrong("a name with a digit", utf8(csv(head("李4"))), "name-shape"),
                wrong("a name of fifty-one characters", utf8(csv(head("李".repeat(51)))), "name-long"),
                wrong("a name with a picture", utf8(csv(head("李😀"))), "name-shape"),
                wrong("a name that runs the other way", utf8(csv(head("李\u202E试"))), "name-shape"),
                wrong("a name with nothing to see in it", utf8(csv(head("李\u200B试"))), "name-shape"),
                wrong("a name that is a script", utf8(csv(head("<script>alert(1)</script>"))), "name-shape"),
                wrong("a name over two lines", utf8(csv(head("李\n试"))), "name-shape"),
                wrong("an address without end", utf8(csv(head(ADDRESS, "路".repeat(201)))), "address-long"),
                wrong("a telephone in words", utf8(csv(head(PHONE, "没有"))), "phone"),
                wrong("a community of another street", utf8(csv(head(PLACE, "310117102001"))), "place"),
                wrong("a community that is none", utf8(csv(head(PLACE, "某某村"))), "place"),
                wrong("a card with a wrong digit", utf8(csv(head(CARD, "6222020200001234567"))), "card"),
                new RosterFile(
                        "a household with two heads",
                        "名册.csv",
                        utf8(csv(head("李试"), head("李再"))),
                        new Fate.Checked(0, 2, Set.of("head"))),
                new RosterFile(
                        "a household without a head",
                        "名册.csv",
                        utf8(csv(person("1", "李子", identity(), "子"))),
                        new Fate.Checked(0, 1, Set.of("head"))),
                new RosterFile(
                        "a relation that nobody knows",
                        "名册.csv",
                        utf8(csv(head("李试"), person("1", "李邻", identity(), "邻居"))),
                        new Fate.Checked(0, 2, Set.of("relation", "family"))));
    }

    private static String tabbed(String csv) {
        return csv.replace(',', '\t');
    }

    private static List<String> starred() {
        return HEADINGS.stream()
                .map(word -> "*" + word.charAt(0) + " " + word.substring(1) + "\n")
                .toList();
    }

    private static String wide(String digits) {
        return digits.chars()
                .mapToObj(c -> Character.toString(c >= '0' && c <= '9' ? c - '0' + '０' : 'ｘ'))
                .collect(Collectors.joining());
    }

    private static String spaced(String number) {
        return number.substring(0, 6) + " " + number.substring(6, 14) + " " + number.substring(14);
    }
}
