package org.weimin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weimin.kernel.Money;
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
}
