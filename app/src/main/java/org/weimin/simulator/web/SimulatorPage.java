package org.weimin.simulator.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.engine.CheckItem;
import org.weimin.kernel.NotFound;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.simulator.Behaviour;
import org.weimin.simulator.Question;
import org.weimin.simulator.Simulator;
import org.weimin.simulator.internal.Played;

/** The page of the played registers: who answers how, and what was asked. */
@Controller
@Played
class SimulatorPage {
    private static final String ALL = "all";
    private final Simulator simulator;

    SimulatorPage(Simulator simulator) {
        this.simulator = simulator;
    }

    @GetMapping("/simulator")
    @Requires("simulator.use")
    Page show() {
        Map<String, Behaviour> behaviours = simulator.behaviours();
        List<SimulatorView.Bureau> bureaus = simulator.bureaus().stream()
                .map(bureau -> new SimulatorView.Bureau(
                        bureau.id(),
                        title(bureau),
                        behaviours.getOrDefault(bureau.id(), Behaviour.PROMPT).name()))
                .toList();
        List<SimulatorView.Line> lines =
                simulator.questions().stream().map(this::line).toList();
        return Page.of("simulator/simulator", new SimulatorView(bureaus, options(), lines));
    }

    @PostMapping("/simulator")
    @Requires("simulator.use")
    Page behave(@RequestParam String bureau, @RequestParam Behaviour behaviour) {
        if (bureau.equals(ALL)) {
            simulator.behaveAll(behaviour);
        } else {
            if (simulator.bureaus().stream().noneMatch(each -> each.id().equals(bureau))) {
                throw new NotFound(bureau);
            }
            simulator.behave(bureau, behaviour);
        }
        return Page.redirect("/simulator", "simulator.done");
    }

    private SimulatorView.Line line(Question question) {
        String bureau = simulator.bureaus().stream()
                .filter(each -> each.id().equals(question.bureau()))
                .findFirst()
                .map(SimulatorPage::title)
                .orElse(question.bureau());
        return new SimulatorView.Line(
                bureau,
                question.item(),
                question.purpose(),
                question.firstOn().toString(),
                question.times(),
                Texts.t("simulator.behaviour." + question.behaviour()));
    }

    private static List<Option> options() {
        return Arrays.stream(Behaviour.values())
                .map(each -> new Option(each.name(), Texts.t("simulator.behaviour." + each)))
                .toList();
    }

    private static String title(CheckItem.Bureau bureau) {
        return Texts.isEnglish() ? bureau.title().en() : bureau.title().zh();
    }
}
