package org.weimin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DivisionCodeTest {
    private final DivisionCode community = new DivisionCode("310117003001");

    @Test
    void the_parent_is_the_prefix() {
        assertThat(community.parent()).contains(new DivisionCode("310117003"));
        assertThat(new DivisionCode("310117").parent()).contains(new DivisionCode("3101"));
        assertThat(new DivisionCode("31").parent()).contains(DivisionCode.COUNTRY);
        assertThat(DivisionCode.COUNTRY.parent()).isEmpty();
    }

    @Test
    void a_subtree_is_a_range_of_text() {
        var street = new DivisionCode("310117003");
        assertThat(community.value()).isBetween(street.value(), street.areaUntil());
        assertThat("310117004001".compareTo(street.areaUntil())).isPositive();
        assertThat(new DivisionCode("310117009").areaUntil()).isEqualTo("31011700:");
        assertThat(DivisionCode.COUNTRY.areaUntil()).isGreaterThan("99");
    }

    @Test
    void other_lengths_are_no_division() {
        assertThatThrownBy(() -> new DivisionCode("31011")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DivisionCode("31x117")).isInstanceOf(IllegalArgumentException.class);
    }
}
