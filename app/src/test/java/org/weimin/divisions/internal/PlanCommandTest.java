package org.weimin.divisions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.divisions.Plan;
import org.weimin.divisions.Plans;
import org.weimin.home.Command;
import org.weimin.home.CommandLine;
import org.weimin.home.WrongUsage;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PlanId;
import org.weimin.kernel.Refused;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import tools.jackson.databind.json.JsonMapper;

/** Plans on the command line, as whoever runs the machine sees them. */
@RoomTest
class PlanCommandTest {
    private final Actor.Staff officer = As.staff("COUNTY_OFFICER", "310117", "divisions.plan");
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Autowired
    List<Command> commands;

    @Autowired
    Plans plans;

    @Test
    void a_plan_is_listed_rehearsed_and_not_undone_by_a_machine() {
        PlanId id = begun();
        assertThat(run("plans")).isEqualTo(CommandLine.DONE);
        assertThat(told()).contains(id.toString(), "2026-10-01", "起草中", "Draft", "街道合并");
        assertThat(run("rehearse", id.toString())).isEqualTo(CommandLine.DONE);
        assertThat(told()).contains(" ms");
        assertThat(run("plan", id.toString(), "--json")).isEqualTo(CommandLine.DONE);
        var json = JsonMapper.builder().build().readTree(told());
        assertThat(json.get("status").asString()).isEqualTo("REHEARSED");
        assertThat(json.get("rehearsedAsItStands").asBoolean()).isTrue();
        assertThatThrownBy(() -> run("carry-out", id.toString()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not-approved");
        assertThatThrownBy(() -> run("undo", id.toString()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("undo-signed-in");
        for (String[] wrong : new String[][] {{}, {"plan"}, {"plan", "x"}, {"merge", id.toString()}}) {
            assertThatThrownBy(() -> run(wrong)).isInstanceOf(WrongUsage.class);
        }
        Acting.as(officer, () -> plans.withdraw(id));
    }

    private PlanId begun() {
        return Acting.as(officer, () -> {
            var county = new DivisionCode("310117");
            var kept = new DivisionCode("310117003");
            PlanId id = plans.begin(county, new Plan.Purpose("街道合并", "", "精简机构"), LocalDate.of(2026, 10, 1));
            plans.change(
                    id,
                    (drawing, atlas) -> drawing.merge(
                            atlas, List.of(kept, new DivisionCode("310117001")), "方松街道", Optional.of(kept)));
            return id;
        });
    }

    private int run(String... words) {
        Command command = commands.stream()
                .filter(each -> each.name().equals("divisions"))
                .findFirst()
                .orElseThrow();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return As.system(() -> command.work().run(List.of(words), out));
    }

    private String told() {
        String told = said.toString(StandardCharsets.UTF_8);
        said.reset();
        return told;
    }
}
