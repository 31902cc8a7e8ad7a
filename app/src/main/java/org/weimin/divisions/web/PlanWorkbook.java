package org.weimin.divisions.web;

import static org.weimin.shell.Texts.t;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.web.multipart.MultipartFile;
import org.weimin.divisions.Atlas;
import org.weimin.divisions.Plan;
import org.weimin.divisions.Redrawing;
import org.weimin.divisions.Rehearsal;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;
import org.weimin.shell.Download;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 对照表: the drawing as a workbook, out and in again, and what the rehearsal counted. */
final class PlanWorkbook {
    private static final int MOST_BYTES = 2 << 20;

    private PlanWorkbook() {}

    private record Row(String before, String beforeName, String after, String afterName) {}

    /** Every town and village of the county with what it becomes: what stays is there too, so that it may be moved. */
    static Download table(Plan plan, Atlas atlas, Map<DivisionCode, String> names) {
        var codes = new TreeSet<>(plan.redrawing().lines().keySet());
        if (plan.isOpen()) {
            codes.addAll(atlas.all());
        }
        var rows = codes.stream()
                .map(code -> {
                    DivisionCode after = plan.redrawing().after(code);
                    String name = names.getOrDefault(code, atlas.nameOf(code));
                    return new Row(
                            code.value(),
                            name,
                            after.value(),
                            plan.redrawing().names().getOrDefault(after, name));
                })
                .toList();
        List<Column<Row>> columns = List.of(
                new Column<>(t("divisions.plan.before-code"), 16, Row::before),
                new Column<>(t("divisions.plan.before-name"), 24, Row::beforeName),
                new Column<>(t("divisions.plan.after-code"), 16, Row::after),
                new Column<>(t("divisions.plan.after-name"), 24, Row::afterName));
        return Download.workbook(
                plan.purpose().title() + ".xlsx",
                out -> Workbooks.write(out, t("divisions.plan.table"), columns, rows));
    }

    /** Lines that change nothing are left out; what a line lacks is said with its row. */
    static List<Redrawing.Line> read(MultipartFile file) {
        if (file.isEmpty() || file.getSize() > MOST_BYTES) {
            throw new Refused("divisions.plan.upload", MOST_BYTES >> 20);
        }
        try {
            Path kept = Files.createTempFile("weimin-plan", ".upload");
            try {
                file.transferTo(kept);
                return read(kept, String.valueOf(file.getOriginalFilename()));
            } finally {
                Files.deleteIfExists(kept);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Redrawing.Line> read(Path file, String fileName) {
        var lines = new ArrayList<Redrawing.Line>();
        var seen = new HashSet<String>();
        Workbooks.read(file, fileName, (number, cells) -> {
            List<String> texts = cells.stream().map(cell -> cell.text().strip()).toList();
            boolean empty = texts.stream().allMatch(String::isEmpty);
            if (number == 1 || empty) {
                return;
            }
            if (texts.size() < 4 || texts.get(3).isEmpty()) {
                throw new Refused("divisions.plan.upload-row", number);
            }
            if (!seen.add(texts.getFirst())) {
                throw new Refused("divisions.plan.twice", texts.getFirst(), texts.get(1));
            }
            boolean changes =
                    !texts.get(0).equals(texts.get(2)) || !texts.get(1).equals(texts.get(3));
            lines.add(new Redrawing.Line(
                    changes ? number : -number, code(texts.get(0), number), code(texts.get(2), number), texts.get(3)));
        });
        return kept(lines);
    }

    /** A line that changes nothing stays only where another division comes to the same code. */
    private static List<Redrawing.Line> kept(List<Redrawing.Line> lines) {
        var goals = lines.stream()
                .filter(line -> line.row() > 0)
                .map(Redrawing.Line::after)
                .toList();
        return lines.stream()
                .filter(line -> line.row() > 0 || goals.contains(line.after()))
                .toList();
    }

    private static DivisionCode code(String text, int row) {
        try {
            return new DivisionCode(text);
        } catch (IllegalArgumentException malformed) {
            throw new Refused("divisions.plan.upload-row", row);
        }
    }

    private record Touched(
            String what, DivisionCode before, String beforeName, String after, String afterName, long rows) {}

    static Download rehearsal(Plan plan, Optional<Rehearsal> rehearsal, Map<DivisionCode, String> names) {
        var rows = rehearsal.stream()
                .flatMap(found -> found.touches().stream())
                .map(touch -> new Touched(
                        TouchedView.word(touch.table()),
                        touch.before(),
                        names.getOrDefault(touch.before(), ""),
                        plan.redrawing().after(touch.before()).value(),
                        plan.redrawing().names().getOrDefault(plan.redrawing().after(touch.before()), ""),
                        touch.rows()))
                .toList();
        List<Column<Touched>> columns = List.of(
                new Column<>(t("divisions.plan.what"), 24, Touched::what),
                new Column<>(
                        t("divisions.plan.before-code"),
                        16,
                        touched -> touched.before().value()),
                new Column<>(t("divisions.plan.before-name"), 24, Touched::beforeName),
                new Column<>(t("divisions.plan.after-code"), 16, Touched::after),
                new Column<>(t("divisions.plan.after-name"), 24, Touched::afterName),
                new Column<>(t("divisions.plan.rows"), 10, Touched::rows));
        return Download.workbook(
                plan.purpose().title() + " " + t("divisions.plan.rehearsal") + ".xlsx",
                out -> Workbooks.write(out, t("divisions.plan.rehearsal"), columns, rows));
    }
}
