package org.weimin.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.weimin.engine.FactKind;
import org.weimin.engine.FactsDictionary;

/** Nobody is found, or passed over, for what he is: no rule may ask for it, so no screening can. */
class NoProxyTest {
    private static final String PROXY =
            "(?i).*(ethnic|national(ity)?\\b|race\\b|religion|faith|creed|political|party|民族|宗教信仰|政治面貌|党派|籍贯|原籍).*";

    @Test
    void no_fact_says_what_people_somebody_belongs_to_or_believes() {
        assertThat(FactsDictionary.fromClassPath().list())
                .isNotEmpty()
                .extracting(
                        FactKind::name,
                        kind -> kind.title().zh(),
                        kind -> kind.title().en())
                .allSatisfy(words -> assertThat(words.toList())
                        .allSatisfy(word -> assertThat(word.toString()).doesNotMatch(PROXY)));
    }
}
