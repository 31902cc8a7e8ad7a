package org.weimin.people.internal;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.home.SealedColumn;

/** What this room seals, for the day when keys change. */
@Configuration(proxyBeanMethods = false)
class SealedNumbers {
    @Bean
    static SealedColumn identityNumbers() {
        return new SealedColumn("people.person", "id_number", List.of("id"));
    }

    @Bean
    static SealedColumn cardNumbers() {
        return new SealedColumn("people.bank_card", "number", List.of("id"));
    }

    @Bean
    static SealedColumn rosterRows() {
        return new SealedColumn("people.import_row", "cells", List.of("batch_id", "row_number"));
    }
}
