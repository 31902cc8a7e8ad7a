package org.weimin.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;
import org.weimin.shell.Workbooks.Cell;
import org.weimin.shell.Workbooks.Column;

class WorkbooksTest {
    @TempDir
    Path folder;

    private static byte[] written(Object value) {
        var out = new ByteArrayOutputStream();
        Workbooks.write(out, "名单", List.of(new Column<>("值", 20, row -> row)), List.of(value));
        return out.toByteArray();
    }

    private List<List<Cell>> read(byte[] bytes, String name) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        var rows = new ArrayList<List<Cell>>();
        Workbooks.read(file, name, (number, cells) -> rows.add(cells));
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://example.org\")",
                "+1+1",
                "-2",
                "@SUM(A1)",
                "＝1",
                "\t=1",
                "310117194503150021"
            })
    void what_somebody_typed_stays_text_and_never_becomes_a_formula(String typed) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(written(typed)))) {
            var cell = workbook.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue().strip()).isEqualTo(typed.strip());
        }
    }

    @Test
    void money_is_a_number_of_yuan_with_two_decimals() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(written(Money.yuan("1234.50"))))) {
            var cell = workbook.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
        }
    }

    @Test
    void what_was_written_is_read_back_rare_characters_included() throws IOException {
        assertThat(read(written("欧阳𠅤 㛃 䶮"), "a.xlsx").get(1)).containsExactly(new Cell("欧阳𠅤 㛃 䶮", Cell.Kind.TEXT));
    }

    @Test
    void a_bomb_is_refused_before_it_unfolds() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var template = new XSSFWorkbook()) {
            template.createSheet();
            template.write(bytes);
        }
        var bomb = new ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()));
                var out = new ZipOutputStream(bomb)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sheet1.xml")) {
                    out.write(
                            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                    .getBytes(StandardCharsets.UTF_8));
                    byte[] empty = "<row></row>".repeat(10_000).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 600; i++) {
                        out.write(empty);
                    }
                    out.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(out);
                }
            }
        }
        assertThatThrownBy(() -> read(bomb.toByteArray(), "bomb.xlsx"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("shell.workbook.bomb");
    }

    @Test
    void a_document_type_is_refused_so_nothing_outside_is_read() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var template = new XSSFWorkbook()) {
            template.createSheet().createRow(0).createCell(0).setCellValue("x");
            template.write(file);
        }
        var evil = new ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(file.toByteArray()));
                var out = new ZipOutputStream(evil)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.write((entry.getName().endsWith("sheet1.xml")
                                ? text.replaceFirst(
                                        "<worksheet",
                                        "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet")
                                : text)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThatThrownBy(() -> read(evil.toByteArray(), "evil.xlsx")).isInstanceOf(Refused.class);
    }

    @Test
    void a_file_is_known_by_what_it_contains() {
        assertThatThrownBy(() -> read("<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "a.xlsx"))
                .hasMessageContaining("shell.workbook.unknown");
        assertThatThrownBy(() -> read(new byte[0], "a.xlsx")).hasMessageContaining("shell.workbook.unknown");
        assertThatThrownBy(() -> read("a\0b".getBytes(StandardCharsets.UTF_8), "a.csv"))
                .hasMessageContaining("shell.workbook.unknown");
    }
}
