package org.weimin.benefits.internal;

import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.benefits.Entitlement;
import org.weimin.people.RowWords;
import org.weimin.people.RowWords.Words;
import org.weimin.policy.Policy;
import org.weimin.shell.Texts;

/** What an entitlement is called where the rows that hang on a person are listed. */
@Configuration(proxyBeanMethods = false)
class EntitlementRows {
    @Bean
    static RowWords entitlementRows(EntitlementStore entitlements, Policy policy) {
        return new RowWords(
                "benefits.entitlement",
                keys -> entitlements.rows(keys).entrySet().stream()
                        .collect(Collectors.toMap(row -> row.getKey(), row -> words(row.getValue(), policy))));
    }

    private static Words words(Entitlement entitlement, Policy policy) {
        var title = policy.pack(entitlement.matter()).title();
        return new Words(
                Texts.either(title.zh(), title.en()),
                Texts.t("benefits.row.monthly", entitlement.monthly().grouped()),
                "/cases/" + entitlement.decidedBy());
    }
}
