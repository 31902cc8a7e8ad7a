package org.weimin.facts.internal;

import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.facts.FactItem;
import org.weimin.people.RowWords;
import org.weimin.people.RowWords.Words;
import org.weimin.shell.Texts;

/** What a recorded fact is called where the rows that hang on a person are listed. */
@Configuration(proxyBeanMethods = false)
class FactRows {
    @Bean
    static RowWords factRows(FactStore facts) {
        return new RowWords(
                "facts.fact",
                keys -> facts.rows(keys).entrySet().stream()
                        .collect(Collectors.toMap(row -> row.getKey(), row -> words(row.getValue()))));
    }

    private static Words words(FactItem item) {
        return new Words(
                FactWords.title(item.name()) + " " + FactWords.shown(item.name(), item.value()),
                Texts.t("facts.source." + item.source()),
                "");
    }
}
