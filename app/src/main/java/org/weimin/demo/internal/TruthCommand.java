package org.weimin.demo.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.home.Command;
import org.weimin.home.CommandLine;
import org.weimin.home.Home;
import org.weimin.home.StartRefused;
import org.weimin.kernel.DivisionCode;
import org.weimin.screening.Screening;
import tools.jackson.databind.json.JsonMapper;

/** {@code truth}: how well the last screening found what was planted. */
@Configuration(proxyBeanMethods = false)
class TruthCommand {
    @Bean
    static Command truth(Home home, Screening screening, Scores scores, OddityScores oddities) {
        return new Command("truth", (args, out) -> {
            var sweep = screening
                    .latest(DivisionCode.COUNTRY)
                    .orElseThrow(() -> new StartRefused(
                            "还没有筛查结果。请先运行 ./weimin screen。", "There is no screening yet. Run ./weimin screen first."));
            var found = scores.of(sweep.id(), Scores.read(home.folder().resolve("known-truth.csv")));
            if (args.contains("--json")) {
                out.println(JsonMapper.builder().build().writeValueAsString(found));
            } else {
                Scores.print(found, out);
                OddityScores.print(oddities.of(OddityScores.read(home.folder())), out);
            }
            return CommandLine.DONE;
        });
    }
}
