package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CitationsTest {
    @Test
    void each_law_is_named_once_with_its_articles() {
        assertThat(Citations.of(List.of("社会救助法 第二十三条；地方规定", "社会救助法 第十八条、第二十三条", "审核确认办法（民发〔2021〕57号） 第二章")))
                .isEqualTo("《社会救助法》第二十三条、第十八条，地方规定，《审核确认办法（民发〔2021〕57号）》第二章");
    }

    @Test
    void nothing_cited_is_nothing_written() {
        assertThat(Citations.of(List.of("", " "))).isEmpty();
    }
}
