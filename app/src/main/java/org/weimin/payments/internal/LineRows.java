package org.weimin.payments.internal;

import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.payments.Line;
import org.weimin.people.RowWords;
import org.weimin.people.RowWords.Words;
import org.weimin.shell.Texts;

/** What a debt and a payment are called where the rows that hang on a person are listed. */
@Configuration(proxyBeanMethods = false)
class LineRows {
    @Bean
    static RowWords lineRows(LineStore lines) {
        return new RowWords(
                "payments.line",
                keys -> lines.rows(keys).stream()
                        .collect(Collectors.toMap(line -> line.id().value(), LineRows::paid)));
    }

    private static Words paid(Line line) {
        return new Words(
                Texts.t(
                        "payments.row.paid",
                        line.month().toString(),
                        line.amount().grouped()),
                Texts.t("payments.line." + line.standing().status()),
                "/payments/" + line.run());
    }

    @Bean
    static RowWords owedRows(LineStore lines) {
        return new RowWords(
                "ledger.payable",
                keys -> lines.owed(keys).stream().collect(Collectors.toMap(LineStore.Owed::id, LineRows::owed)));
    }

    private static Words owed(LineStore.Owed debt) {
        return new Words(
                Texts.t(
                        "payments.row.owed",
                        debt.month().toString(),
                        debt.amount().grouped()),
                Texts.t("payments.row." + debt.status()),
                "");
    }
}
