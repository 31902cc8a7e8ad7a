package org.weimin.people.web;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.weimin.people.RosterLine;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** The workbooks that go with an import. The headings stay Chinese, because the file is read by them. */
final class RosterWorkbook {
    private static final List<String> HEADINGS =
            List.of("户编号", "姓名", "公民身份号码", "与户主关系", "村（社区）", "住址", "联系电话", "开户银行", "银行卡号");
    /** One household as an example; the numbers are nobody's. */
    private static final List<List<String>> EXAMPLE = List.of(
            List.of(
                    "1",
                    "示例甲",
                    "990117196001010013",
                    "户主",
                    "放生池社区居委会",
                    "文诚路1弄1号101室",
                    "19900000001",
                    "上海农商银行",
                    "6299990000000000012"),
            List.of("1", "示例乙", "990117196203040024", "配偶", "放生池社区居委会", "文诚路1弄1号101室", "", "", ""));

    private RosterWorkbook() {}

    static void template(OutputStream out) {
        var columns = new ArrayList<Column<List<String>>>();
        for (int i = 0; i < HEADINGS.size(); i++) {
            int at = i;
            columns.add(new Column<>(HEADINGS.get(i), i == 2 || i == 5 || i == 8 ? 24 : 14, row -> row.get(at)));
        }
        Workbooks.write(out, "名册", columns, EXAMPLE);
    }

    static void checked(OutputStream out, List<String> headings, List<RosterLine> lines) {
        var columns = new ArrayList<Column<RosterLine>>();
        for (int i = 0; i < headings.size(); i++) {
            int at = i;
            columns.add(new Column<>(
                    headings.get(i),
                    20,
                    line -> at < line.cells().size() ? line.cells().get(at) : ""));
        }
        columns.add(new Column<>(Texts.t("people.import.reason"), 60, RosterWorkbook::reasons));
        Workbooks.write(out, "名册", columns, lines, RosterLine::badColumns);
    }

    static String reasons(RosterLine line) {
        return line.faults().stream()
                .map(fault -> Texts.t("people.import.fault." + fault))
                .collect(Collectors.joining(Texts.isEnglish() ? " " : ""));
    }
}
