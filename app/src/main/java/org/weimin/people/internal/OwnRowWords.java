package org.weimin.people.internal;

import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.people.RowWords;
import org.weimin.people.RowWords.Words;

/** What the rows of this room are called that hang on people. */
@Configuration(proxyBeanMethods = false)
class OwnRowWords {
    @Bean
    static RowWords tagRows(HangingStore rows) {
        return of(
                "people.group_tag",
                "SELECT id, tag AS words, '' AS href FROM people.group_tag WHERE id = ANY (:keys::uuid[])",
                rows);
    }

    @Bean
    static RowWords kinshipRows(HangingStore rows) {
        return of("people.kinship", """
            SELECT k.id, p.name || ' — ' || r.name AS words, '' AS href
              FROM people.kinship k
              JOIN people.person p ON p.id = k.person_id
              JOIN people.person r ON r.id = k.relative_id
             WHERE k.id = ANY (:keys::uuid[])
            """, rows);
    }

    @Bean
    static RowWords guardianRows(HangingStore rows) {
        return of("people.guardian", """
            SELECT g.id, p.name || ' — ' || w.name AS words, '' AS href
              FROM people.guardian g
              JOIN people.person p ON p.id = g.guardian_id
              JOIN people.person w ON w.id = g.ward_id
             WHERE g.id = ANY (:keys::uuid[])
            """, rows);
    }

    @Bean
    static RowWords membershipRows(HangingStore rows) {
        return of("people.membership", """
            SELECT m.id, h.address AS words, '/households/' || h.id AS href
              FROM people.membership m JOIN people.household h ON h.id = m.household_id
             WHERE m.id = ANY (:keys::uuid[])
            """, rows);
    }

    @Bean
    static RowWords householdRows(HangingStore rows) {
        return of("people.household", """
            SELECT id, address AS words, '/households/' || id AS href
              FROM people.household WHERE id = ANY (:keys::uuid[])
            """, rows);
    }

    @Bean
    static RowWords cardRows(CardStore cards) {
        return new RowWords(
                "people.bank_card",
                keys -> cards.numbers(keys).entrySet().stream()
                        .collect(Collectors.toMap(
                                card -> card.getKey(),
                                card -> new Words(card.getValue().masked(), "", ""))));
    }

    private static RowWords of(String table, String query, HangingStore rows) {
        return new RowWords(table, keys -> rows.words(query, keys));
    }
}
