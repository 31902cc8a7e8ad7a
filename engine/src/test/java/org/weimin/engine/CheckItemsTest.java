package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;

class CheckItemsTest {
    private static final String ONE = """
        parameters:
          - name: checkValidDays
            title: { zh: 有效期, en: validity }
            unit: days
            values:
              - { from: 2014-05-01, value: "60", source: 某办法 }
              - { place: "31", from: 2026-01-01, value: "30", source: 某办法 }
        bureaus: [{ id: traffic-police, title: { zh: 交管, en: Traffic police } }]
        items:
          - id: vehicles
            title: { zh: 车辆, en: Vehicles }
            bureau: %s
            answers: [{ fact: %s, sum: %s }]
            limitWorkdays: 5
            channel: api
        """;

    private static CheckItems with(String bureau, String fact, boolean summed) {
        return CheckItems.read(ONE.formatted(bureau, fact, summed), dictionary());
    }

    private static FactsDictionary dictionary() {
        return FactsDictionary.read(PackFiles.in(Path.of("../packs")));
    }

    private static CheckItems carried() {
        return CheckItems.read(shared("checks.yaml"), dictionary());
    }

    private static String shared(String file) {
        try {
            return Files.readString(Path.of("../packs/_shared", file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Test
    void the_catalogue_that_is_carried_can_be_read_and_every_item_answers_something() {
        assertThat(carried().list())
                .hasSizeGreaterThan(12)
                .allSatisfy(item -> assertThat(item.answers()).as(item.id()).isNotEmpty());
    }

    @Test
    void a_matter_needs_what_answers_its_facts_and_what_is_always_asked() {
        assertThat(carried().neededFor(Set.of("cars")))
                .extracting(CheckItem::id)
                .containsExactly("deaths", "hukou", "vehicles");
    }

    @Test
    void a_place_may_let_answers_hold_for_fewer_days() {
        var items = with("traffic-police", "cars", true);
        LocalDate day = LocalDate.of(2026, 8, 3);
        assertThat(items.validDays(new DivisionCode("310117"), day)).isEqualTo(30);
        assertThat(items.validDays(new DivisionCode("320102"), day)).isEqualTo(60);
    }

    @Test
    void an_unknown_bureau_or_fact_and_a_sum_of_what_is_a_persons_are_refused() {
        assertThatThrownBy(() -> with("nobody", "cars", true)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> with("traffic-police", "carz", true)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> with("traffic-police", "wageIncome", true)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> with("traffic-police", "cars", false)).isInstanceOf(Refused.class);
    }
}
