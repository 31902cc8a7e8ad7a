package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.weimin.casework.Deliberation.Panel;
import org.weimin.casework.Deliberation.Votes;
import org.weimin.casework.PanelRules.Share;
import org.weimin.kernel.Refused;

class DeliberationTest {
    private static final PanelRules RULES = new PanelRules(
            new PanelRules.Size(13, true), Share.of("1/3"), Share.of("1/3"), Share.of("2/3"), Share.of("1/2"));

    @Test
    void thirteen_with_five_residents_and_four_of_the_committee_may_sit() {
        var held = held(panel(5, 4, 4), new Votes(7, 6, 0));
        RULES.demand(held);
        assertThat(RULES.isPassed(held)).isTrue();
    }

    @Test
    void half_of_those_present_is_not_more_than_half() {
        var panel = new Panel(names("居", 5), names("委", 4), names("他", 4), List.of("他1"));
        assertThat(RULES.isPassed(held(panel, new Votes(6, 6, 0)))).isFalse();
        assertThat(RULES.isPassed(held(panel, new Votes(7, 4, 1)))).isTrue();
    }

    @Test
    void a_small_an_even_a_lopsided_and_an_absent_panel_are_refused() {
        refused(panel(5, 3, 3), "deliberation.small");
        refused(panel(6, 4, 4), "deliberation.even");
        refused(panel(4, 4, 5), "deliberation.residents");
        refused(panel(5, 5, 3), "deliberation.committee");
        var missing = new Panel(names("居", 5), names("委", 4), names("他", 4), names("居", 5));
        assertThatThrownBy(() -> RULES.demand(held(missing, new Votes(8, 0, 0))))
                .hasMessageContaining("quorum");
    }

    @Test
    void a_third_is_exact_to_the_person() {
        RULES.demand(held(panel(5, 5, 5), new Votes(15, 0, 0)));
        refused(panel(4, 5, 6), "deliberation.residents");
    }

    @Test
    void whoever_is_present_votes_or_abstains_and_nobody_twice() {
        var panel = panel(5, 4, 4);
        assertThatThrownBy(() -> held(panel, new Votes(13, 1, 0))).hasMessageContaining("votes.sum");
        assertThatThrownBy(() -> held(panel, new Votes(14, -1, 0))).hasMessageContaining("votes.sum");
        var twice = new Panel(names("居", 5), names("居", 4), names("他", 4), List.of());
        assertThatThrownBy(() -> held(twice, new Votes(13, 0, 0))).hasMessageContaining("twice");
        var stranger = new Panel(names("居", 5), names("委", 4), names("他", 4), List.of("路人"));
        assertThatThrownBy(() -> held(stranger, new Votes(12, 0, 0))).hasMessageContaining("absent-unknown");
    }

    private static void refused(Panel panel, String why) {
        int all = panel.members().size();
        assertThatThrownBy(() -> RULES.demand(held(panel, new Votes(all, 0, 0))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    static Panel panel(int residents, int committee, int others) {
        return new Panel(names("居", residents), names("委", committee), names("他", others), List.of());
    }

    private static List<String> names(String what, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> what + i).toList();
    }

    static Deliberation held(Panel panel, Votes votes) {
        return new Deliberation(LocalDate.of(2026, 8, 3), "社区会议室", "周建国", panel, votes, "一致认为家庭困难属实");
    }
}
