package org.weimin.people.web;

import static org.weimin.shell.Texts.t;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PairId;
import org.weimin.kernel.PersonId;
import org.weimin.people.DuplicatePair;
import org.weimin.people.Duplicates;
import org.weimin.people.HangingRow;
import org.weimin.people.Hangings;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.people.RowWords;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 关联内容清单: behind each number of the comparison the rows that it counts. */
@Controller
class RowsPage {
    private final Duplicates duplicates;
    private final Hangings hangings;
    private final People people;

    RowsPage(Duplicates duplicates, Hangings hangings, People people) {
        this.duplicates = duplicates;
        this.hangings = hangings;
        this.people = people;
    }

    @GetMapping("/people/duplicates/{id}/rows")
    @Requires("people.duplicates")
    View rows(
            @PathVariable String id,
            @RequestParam String table,
            @RequestParam String column,
            @RequestParam String person,
            @RequestParam(defaultValue = "") String format) {
        DuplicatePair pair = duplicates.get(PairId.of(id));
        PersonId one = one(pair, person);
        PersonId other = one.equals(pair.one()) ? pair.other() : pair.one();
        if (!Texts.has("people.hangs." + table)) {
            throw new NotFound(table);
        }
        String title = t("people.rows.title", PairPage.words(table, column), called(one));
        if (format.equals("xlsx")) {
            return workbook(title, lines(hangings.export(List.of(one), table, column)));
        }
        String href = "/people/duplicates/" + pair.id() + "/rows?table=" + table + "&column=" + column + "&person=";
        return Page.of(
                "people/rows",
                new RowsView(
                        title,
                        "/people/duplicates/" + pair.id(),
                        called(other),
                        href + other,
                        href + one + "&format=xlsx",
                        lines(hangings.of(List.of(one), table, column))));
    }

    /** Both have one name, most often. */
    private String called(PersonId person) {
        Person of = people.person(person);
        return t("people.rows.called", of.name(), of.idNumberMasked());
    }

    private static PersonId one(DuplicatePair pair, String person) {
        return List.of(pair.one(), pair.other()).stream()
                .filter(each -> each.toString().equals(person))
                .findFirst()
                .orElseThrow(() -> new NotFound(person));
    }

    private static List<RowsView.Line> lines(List<HangingRow> rows) {
        return rows.stream().map(RowsPage::line).toList();
    }

    static RowsView.Line line(HangingRow row) {
        String kind = PairPage.words(row.column().table(), row.column().name());
        RowWords.Words words = row.words().orElseGet(() -> new RowWords.Words(t("people.rows.unnamed"), "", ""));
        return new RowsView.Line(
                kind,
                words.what(),
                words.standing(),
                words.href(),
                row.recordedOn().toString(),
                row.from()
                        .map(from -> from + " – "
                                + row.until()
                                        .map(until -> until.minusDays(1).toString())
                                        .orElse(""))
                        .orElse(""),
                row.mayBeGiven() ? row.key() : "");
    }

    private static Download workbook(String title, List<RowsView.Line> lines) {
        List<Column<RowsView.Line>> columns = List.of(
                new Column<>(t("people.pair.what"), 40, RowsView.Line::what),
                new Column<>(t("people.duplicates.status"), 16, RowsView.Line::standing),
                new Column<>(t("people.rows.recorded"), 12, RowsView.Line::recordedOn),
                new Column<>(t("people.rows.valid"), 26, RowsView.Line::valid));
        return Download.workbook(title + ".xlsx", out -> Workbooks.write(out, title, columns, lines));
    }
}
