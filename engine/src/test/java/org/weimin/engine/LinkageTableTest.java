package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;

/** What the linkage table refuses, with its line, and what it says about the events that matter most. */
class LinkageTableTest {
    private static final Packs PACKS = Packs.read(Path.of("../packs"));
    private static final String HEAD = """
        worth:
          - { code: end, visits: 1, papers: 1, days: 30, upkeepMinutes: 5, source: { zh: 估计, en: estimate } }
        exceptions:
          - { code: died, because: { zh: 人已去世, en: they died } }
        filters:
          - { code: known-subject, title: { zh: 已登记, en: Registered } }
        events:
          - { code: DEATH, about: person, title: { zh: 死亡, en: Death }, sources: [clerk], filters: [known-subject],
              origin: { zh: 公安, en: Police } }
          - { code: BIRTH, about: person, title: { zh: 出生, en: Birth }, sources: [clerk], filters: [known-subject],
              origin: { zh: 公安, en: Police } }
        groups:
          all: [aid, club]
        cells:
        """;
    private static final String WHY = "because: { zh: 理由, en: why }";

    private static LinkageTable read(String... lines) {
        return LinkageTable.read(HEAD + "  - " + String.join("\n  - ", lines) + "\n");
    }

    @Test
    void every_event_is_decided_for_every_matter() {
        PACKS.checkLinkages();
        assertThat(PACKS.linkages()
                        .undecided(PACKS.list().stream().map(Pack::id).toList()))
                .isEmpty();
    }

    @Test
    void a_new_matter_has_to_be_thought_about() {
        Packs more = PACKS.with(Map.of("cihui/matter.yaml", """
            id: cihui
            item: SA99
            title: { zh: 新事项, en: Something new }
            law: [ { text: 某条例 } ]
            unit: household
            acts: grant
            grants: [ { kind: document, code: NEW, title: { zh: 新, en: new } } ]
            """));
        assertThatThrownBy(more::checkLinkages).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("engine.pack.empty-cell");
            assertThat(refused.details().toString()).contains("DEATH × cihui");
        });
    }

    @Test
    void a_death_ends_what_one_person_had_and_looks_again_at_a_household() {
        LinkageTable table = PACKS.linkages();
        var dibao = new MatterId("dibao");
        assertThat(table.cells("DEATH", dibao))
                .extracting(LinkCell::whom, LinkCell::effect)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LinkCell.Whom.ALONE, LinkEffect.STOP),
                        org.assertj.core.groups.Tuple.tuple(LinkCell.Whom.HOUSEHOLD, LinkEffect.RECHECK));
        assertThat(table.cells("DEATH", dibao).getFirst().from().on(LocalDate.of(2026, 8, 31)))
                .isEqualTo("2026-09-01");
    }

    /** 社会救助法 48: only what the list of exceptions names takes effect unheard, and a hold is no decision. */
    @Test
    void nothing_is_taken_away_unheard_without_a_listed_reason() {
        assertThat(PACKS.linkages().cells())
                .filteredOn(cell -> cell.effect().isAdverse())
                .allMatch(cell -> cell.passesHearing()
                        || PACKS.linkages().exemption(cell.gate()).isPresent())
                .filteredOn(cell -> cell.effect() == LinkEffect.SUSPEND)
                .allMatch(cell -> cell.gate().equals("reversible-hold"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "engine.pack.overlap      | when: [DEATH], of: [all, aid], effect: none",
                "engine.pack.unknown-link | when: [WEDDING], of: [all], effect: none",
                "engine.pack.unsupported  | when: [DEATH], of: [all], effect: forget",
                "engine.pack.no-hearing   | when: [DEATH], of: [all], effect: stop, worth: end",
                "engine.pack.no-hearing   | when: [DEATH], of: [all], effect: stop, worth: end, gate: hurry",
                "engine.pack.no-hearing   | when: [DEATH], of: [all], effect: notify, worth: end, gate: hearing",
                "engine.pack.unknown-link | when: [DEATH], of: [all], effect: notify, worth: much",
                "engine.pack.unsupported  | when: [DEATH], of: [all], effect: notify, worth: end, from: soon",
            })
    void a_cell_that_cannot_be_meant_is_refused_with_its_line(String code, String cell) {
        assertThatThrownBy(() -> read(
                        "{ when: [DEATH], of: [club], effect: none, " + WHY + " }", "{ " + cell + ", " + WHY + " }"))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.details().getFirst().toString()).startsWith("_shared/linkages.yaml:16");
                });
    }

    @Test
    void a_cell_without_a_reason_is_refused() {
        assertThatThrownBy(() -> read("{ when: [DEATH], of: [all], effect: none }"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("engine.pack.no-reason"));
    }

    @Test
    void a_rest_line_decides_what_is_left_of_what_it_names() {
        LinkageTable table = read(
                "{ when: [DEATH, BIRTH], of: [all], rest: true, effect: none, " + WHY + " }",
                "{ when: [DEATH], of: [aid], effect: stop, gate: died, worth: end, " + WHY + " }");
        assertThat(table.cells("DEATH", new MatterId("aid")))
                .extracting(LinkCell::effect)
                .containsExactly(LinkEffect.STOP);
        assertThat(table.undecided(java.util.List.of(new MatterId("aid"), new MatterId("club"), new MatterId("home"))))
                .containsExactly("DEATH × home", "BIRTH × home");
    }
}
