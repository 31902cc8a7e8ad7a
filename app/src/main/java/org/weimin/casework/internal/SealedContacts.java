package org.weimin.casework.internal;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.home.SealedColumn;

/** What this room seals, for the day when keys change. */
@Configuration(proxyBeanMethods = false)
class SealedContacts {
    @Bean
    static SealedColumn objectorsContacts() {
        return new SealedColumn("casework.objection", "contact_sealed", List.of("id"));
    }
}
