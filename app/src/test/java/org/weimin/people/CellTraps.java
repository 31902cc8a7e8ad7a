package org.weimin.people;

import static org.weimin.people.RosterFile.HEADINGS;
import static org.weimin.people.RosterFile.csv;
import static org.weimin.people.RosterFile.good;
import static org.weimin.people.RosterFile.head;
import static org.weimin.people.RosterFile.identity;
import static org.weimin.people.RosterFile.utf8;
import static org.weimin.people.RosterFile.wrong;
import static org.weimin.people.RosterFile.xlsx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.weimin.testing.Xlsx;

/** Traps inside single cells of otherwise decent files. */
final class CellTraps {
    private static final int NAME = 1;
    private static final int IDENTITY = 2;
    private static final int PLACE = 4;
    private static final int ADDRESS = 5;
    private static final int PHONE = 6;
    private static final int BANK = 7;

    private CellTraps() {}

    static List<RosterFile> all() {
        var all = new ArrayList<RosterFile>();
        all.addAll(cells());
        all.addAll(cellsThatSayNothing());
        all.addAll(formulas());
        return all;
    }

    private static List<RosterFile> cells() {
        return List.of(
                good(
                        "household numbers as numbers",
                        "名册.xlsx",
                        xlsx(head(0, 1), head(0, 2.0)).bytes(),
                        2),
                good(
                        "a community by its code as a number",
                        "名册.xlsx",
                        xlsx(head(PLACE, 3.10117003001E11)).bytes(),
                        1),
                good(
                        "a telephone as a number",
                        "名册.xlsx",
                        xlsx(head(PHONE, 1.9900000001E10)).bytes(),
                        1),
                good(
                        "a name in a shared string of several runs",
                        "名册.xlsx",
                        xlsx(head(NAME, new Xlsx.Raw("<c r=\"B2\" t=\"s\"><v>0</v></c>")))
                                .with(Xlsx.STRINGS, Xlsx.strings("<si><r><t>李</t></r><r><t>试</t></r></si>"))
                                .bytes(),
                        1),
                good(
                        "a name with its reading above it",
                        "名册.xlsx",
                        xlsx(head(
                                        NAME,
                                        new Xlsx.Raw("<c r=\"B2\" t=\"inlineStr\"><is><t>李试</t><rPh sb=\"0\""
                                                + " eb=\"1\"><t>123</t></rPh></is></c>")))
                                .bytes(),
                        1),
                good(
                        "cells in the wrong order",
                        "名册.xlsx",
                        Xlsx.ofXml(Xlsx.row(1, HEADINGS) + backwards(Xlsx.row(2, head("李试"))))
                                .bytes(),
                        1),
                good(
                        "a workbook with a macro, which nobody runs",
                        "名册.xlsm",
                        xlsx(head("李试"))
                                .with("xl/vbaProject.bin", "Sub Auto_Open()")
                                .bytes(),
                        1));
    }

    private static List<RosterFile> cellsThatSayNothing() {
        return List.of(
                wrong(
                        "a shared string that does not exist as a name",
                        xlsx(head(NAME, new Xlsx.Raw("<c r=\"B2\" t=\"s\"/>"))).bytes(),
                        "missing"),
                wrong(
                        "a cell that shows an error",
                        xlsx(head(ADDRESS, new Xlsx.Raw("<c r=\"F2\" t=\"e\"><v>#REF!</v></c>")))
                                .bytes(),
                        "formula"),
                wrong(
                        "a truth value as a name",
                        xlsx(head(NAME, new Xlsx.Raw("<c r=\"B2\" t=\"b\"><v>1</v></c>")))
                                .bytes(),
                        "name-shape"),
                wrong(
                        "a date where the telephone belongs",
                        xlsx(head(PHONE, 46000)).bytes(),
                        "phone"),
                wrong(
                        "a number without end",
                        xlsx(head(PHONE, new Xlsx.Raw("<c r=\"G2\"><v>1E999999999</v></c>")))
                                .bytes(),
                        "phone"));
    }

    /** What looks like a formula is refused as one in a workbook, and in CSV is the text that somebody typed. */
    private static List<RosterFile> formulas() {
        return List.of(
                good(
                        "=HYPERLINK in an address",
                        "名册.csv",
                        utf8(csv(head(ADDRESS, "=HYPERLINK(\"http://example.org\",\"路\")"))),
                        1),
                good("+ in an address", "名册.csv", utf8(csv(head(ADDRESS, "+1+1"))), 1),
                good("- in an address", "名册.csv", utf8(csv(head(ADDRESS, "-2+3"))), 1),
                good("@ in an address", "名册.csv", utf8(csv(head(ADDRESS, "@SUM(A1:A9)"))), 1),
                good("a full-width ＝ in an address", "名册.csv", utf8(csv(head(ADDRESS, "＝1+1"))), 1),
                good("full-width ＋－＠ in a bank", "名册.csv", utf8(csv(head(BANK, "＋－＠"))), 1),
                good("DDE in a bank", "名册.csv", utf8(csv(head(BANK, "=cmd|' /C calc'!A0"))), 1),
                good("a tab before a formula", "名册.csv", utf8(csv(head(ADDRESS, "\t=1+1"))), 1),
                good("a line end before a formula", "名册.csv", utf8(csv(head(ADDRESS, "\r=1+1"))), 1),
                wrong(
                        "a formula in a workbook",
                        xlsx(head(
                                        ADDRESS,
                                        new Xlsx.Raw("<c r=\"F2\""
                                                + " t=\"str\"><f>HYPERLINK(\"http://e\",\"路\")</f><v>路</v></c>")))
                                .bytes(),
                        "formula"),
                wrong(
                        "a formula that computes a number",
                        xlsx(head(
                                        IDENTITY,
                                        new Xlsx.Raw("<c r=\"C2\" t=\"str\"><f>A1</f><v>" + identity() + "</v></c>")))
                                .bytes(),
                        "formula"),
                wrong("a name that is a formula", utf8(csv(head("=1+1"))), "name-shape"));
    }

    private static String backwards(String row) {
        var cells = new ArrayList<>(
                List.of(row.replaceFirst("<row[^>]*>", "").replace("</row>", "").split("(?<=</c>)")));
        Collections.reverse(cells);
        return "<row r=\"2\">" + String.join("", cells) + "</row>";
    }
}
