package org.weimin.divisions.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.weimin.divisions.Divisions;
import org.weimin.home.Command;
import org.weimin.kernel.DivisionCode;

/** What the command line does for divisions. */
@Configuration(proxyBeanMethods = false)
class DivisionCommands {
    @Bean
    static Command organise(@Lazy Divisions divisions, DivisionsLoad list) {
        return new Command("organise", (words, out) -> {
            if (words.size() != 1 || !words.getFirst().matches("\\d{6}")) {
                out.println("organise CODE · 六位县级代码 / the county's six digits");
                return 2;
            }
            list.afterSingletonsInstantiated();
            var county = new DivisionCode(words.getFirst());
            divisions.organise(county);
            out.println(divisions.fullName(county) + ": "
                    + divisions.orgUnits(county).size());
            return 0;
        });
    }
}
