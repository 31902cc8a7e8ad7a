package org.weimin.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Policy;
import org.weimin.screening.Impact;
import org.weimin.screening.Scenario;
import org.weimin.screening.Supposition;
import org.weimin.screening.WhatIf;

/**
 * 资金测算: a higher standard asked of a whole county, from the button to the first figures and to the last, beside two
 * bare COPYs of the same rows: one for each law.
 */
final class Whatif {
    private static final Actor SYSTEM = new Actor.SystemJob("bench", "a benchmark");
    private static final MatterId DIBAO = new MatterId("dibao");
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private final Office office;

    private Whatif(Office office) {
        this.office = office;
    }

    public static void main(String[] args) throws IOException, SQLException {
        boolean quick = List.of(args).contains("--quick");
        int drawn = quick ? 4_000 : 20_000;
        Path home = Path.of("bench", "target", "home-sweep-" + drawn).toAbsolutePath();
        try (var office = Office.open(drawn, home);
                Connection bare = Sweep.superuser(office, home)) {
            var residents = new Sweep(office, bare);
            residents.populate(Sweep.times(args, quick));
            var whatIf = new Whatif(office);
            whatIf.reckon(100);
            Duration before = Sweep.cpu();
            Scenario scenario = whatIf.reckon(105);
            whatIf.print(scenario, Sweep.cpu().minus(before));
            Result.ofNanos(
                            "whatif",
                            scenario.took().whole().toNanos(),
                            2 * residents.copyOut(),
                            scenario.reach().persons())
                    .print();
        }
    }

    private Scenario reckon(int moreYuan) {
        var whatIf = office.bean(WhatIf.class);
        var from = office.bean(BusinessClock.class).today().plusMonths(1).withDayOfMonth(1);
        var now = office.bean(Policy.class).value(DIBAO, "standard", COUNTY, from);
        String more =
                new BigDecimal(now.value()).add(BigDecimal.valueOf(moreYuan)).toPlainString();
        var supposed = new Supposition(DIBAO, from, COUNTY, Map.of("standard", more), Optional.empty(), Map.of());
        var id = Acting.as(SYSTEM, () -> whatIf.ask("standard " + more, DivisionCode.COUNTRY, supposed));
        while (Acting.as(SYSTEM, () -> whatIf.get(id)).isOpen()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        Scenario scenario = Acting.as(SYSTEM, () -> whatIf.get(id));
        if (!scenario.reach().isWhole()) {
            throw new IllegalStateException("The what-if failed: " + scenario.failure());
        }
        return scenario;
    }

    private void print(Scenario scenario, Duration used) {
        Impact impact = Acting.as(SYSTEM, () -> office.bean(WhatIf.class).impacts(List.of(scenario)))
                .getOrDefault(scenario.id(), Impact.NONE);
        System.out.printf(
                "%,d households, %,d people, %d matters; first figures after %,d ms, whole after %,d ms; CPU of "
                        + "application and database %,d ms; heap at most %d MB%n",
                scenario.reach().households(),
                scenario.reach().persons(),
                impact.matters().size(),
                scenario.took().first().toMillis(),
                scenario.took().whole().toMillis(),
                used.toMillis(),
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
