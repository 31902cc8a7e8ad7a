package org.weimin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence a page or a refusal asks for exists, in both languages. */
class EveryWordIsThereTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern REFUSED = Pattern.compile("new Refused\\(\\s*\"([^\"]+)\"[,)]");
    private static final Pattern TEXT = Pattern.compile("\\bt\\(\"([^\"]+)\"[,)]");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void both_languages_know_the_same_keys() throws IOException {
        assertThat(keys("_en.properties")).isEqualTo(keysOfChinese());
    }

    @Test
    void every_refusal_has_its_text() throws IOException {
        assertThat(asked(List.of(Path.of("src/main/java"), Path.of("../kernel/src/main/java")), ".java", REFUSED))
                .isSubsetOf(keysOfChinese());
    }

    @Test
    void every_text_a_template_asks_for_exists() throws IOException {
        assertThat(asked(List.of(Path.of("src/main/jte"), Path.of("src/main/java")), ".", TEXT))
                .isSubsetOf(keysOfChinese());
    }

    @Test
    void english_texts_hold_no_chinese_but_statutory_terms_in_brackets() throws IOException {
        var mixed = new ArrayList<String>();
        for (Path file : files(MESSAGES, "_en.properties")) {
            read(file).forEach((key, text) -> {
                String outside = ((String) text).replaceAll("[(（《][^)）》]*[)）》]", "");
                if (CHINESE.matcher(outside).find() && !key.equals("shell.language")) {
                    mixed.add(key + " = " + text);
                }
            });
        }
        assertThat(mixed).isEmpty();
    }

    @Test
    void templates_hold_no_chinese_of_their_own() throws IOException {
        var offenders = new ArrayList<String>();
        for (Path file : files(Path.of("src/main/jte"), ".jte")) {
            if (CHINESE.matcher(Files.readString(file)).find()) {
                offenders.add(file.toString());
            }
        }
        assertThat(offenders).isEmpty();
    }

    private static Set<String> asked(List<Path> folders, String suffix, Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        for (Path folder : folders) {
            for (Path file : files(folder, suffix)) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }

    private static Set<String> keysOfChinese() throws IOException {
        var found = new TreeSet<String>();
        for (Path file : files(MESSAGES, ".properties")) {
            if (!file.toString().endsWith("_en.properties")) {
                found.addAll(read(file).stringPropertyNames());
            }
        }
        return found;
    }

    private static Set<String> keys(String suffix) throws IOException {
        var found = new TreeSet<String>();
        for (Path file : files(MESSAGES, suffix)) {
            found.addAll(read(file).stringPropertyNames());
        }
        return found;
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> suffix.equals(".") || file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
