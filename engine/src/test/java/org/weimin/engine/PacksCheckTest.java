package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weimin.kernel.Refused;

class PacksCheckTest {
    private static final String PACKS = "../packs";

    @Test
    void the_packs_of_the_house_are_in_order() {
        var out = new ByteArrayOutputStream();
        int code = PacksCheck.run(List.of(PACKS, "--json"), print(out), print(out));
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }

    @Test
    void a_fault_is_named_with_its_file_table_row_and_column_and_hides_no_other_matter() {
        var files = new TreeMap<>(PackFiles.in(Path.of(PACKS)));
        files.computeIfPresent(
                "dibao/editions/2026-07-01/rules.dmn",
                (path, dmn) -> dmn.replaceFirst("<text>\"PRISON\"</text>", "<text>\"PRISON</text>"));
        List<PacksCheck.Found> found = PacksCheck.check(files);
        assertThat(found).filteredOn(each -> !each.inOrder()).singleElement().satisfies(each -> {
            PackFault fault = each.faults().getFirst();
            assertThat(fault.file()).isEqualTo("dibao/editions/2026-07-01/rules.dmn");
            assertThat(fault.table()).isEqualTo("counting");
            assertThat(fault.row()).isEqualTo("2");
            assertThat(fault.column()).isEqualTo("2");
            assertThat(fault.message().zh()).contains("写法有误", "第 1 个字符", "▶\"PRISON");
            assertThat(fault.message().en()).contains("does not end", "character 1", "▶\"PRISON");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "1 +                            | engine.pack.formula-value | 4  | 1 +▶",
                "1 + * 2                        | engine.pack.formula-value | 5  | 1 + ▶* 2",
                "if a then 1                    | engine.pack.formula-word  | 12 | if a then 1▶",
                "if a 1 else 2                  | engine.pack.formula-word  | 6  | if a ▶1 else 2",
                "max(1, 2                       | engine.pack.formula-word  | 9  | max(1, 2▶",
                "1 2                            | engine.pack.formula-end   | 3  | 1 ▶2",
                "(1))                           | engine.pack.formula-end   | 4  | (1)▶)",
                "a.                             | engine.pack.formula-name  | 3  | a.▶",
                "for in members return 1        | engine.pack.formula-name  | 5  | for ▶in members return 1",
                "“x”                            | engine.pack.formula-sign  | 1  | ▶“x”",
                "𠮷 = \"住                      | engine.pack.formula-text  | 5  | 𠮷 = ▶\"住",
            })
    void a_formula_that_cannot_be_read_is_shown_with_the_place(String feel, String code, int place, String marked) {
        var reader = new FeelReader(Profile.PACK, new Names(List.of()), Map.of());
        assertThatThrownBy(() -> reader.expression("rules.dmn t row 2 column 1", feel))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    PackFault fault = PackFault.of(refused);
                    assertThat(List.of(fault.file(), fault.table(), fault.row(), fault.column()))
                            .containsExactly("rules.dmn", "t", "2", "1");
                    assertThat(refused.code()).as(fault.message().en()).isEqualTo(code);
                    assertThat(fault.message().zh()).contains("写法有误", "第 " + place + " 个字符", marked);
                    assertThat(fault.message().en())
                            .contains("cannot be read", "character " + place, marked)
                            .doesNotContain("mismatched", "input", "viable", "EOF");
                });
    }

    @Test
    void a_wrong_word_is_wrong_usage_and_a_folder_without_packs_is_said() {
        var out = new ByteArrayOutputStream();
        assertThat(PacksCheck.run(List.of("a", "b"), print(out), print(out))).isEqualTo(2);
        assertThat(PacksCheck.run(List.of("target"), print(out), print(out))).isEqualTo(1);
    }

    private static PrintStream print(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}
