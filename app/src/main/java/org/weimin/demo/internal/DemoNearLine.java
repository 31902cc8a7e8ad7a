package org.weimin.demo.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Policy;

/** 线边家庭的布置: enters what {@link NearTheLine} draws, with the awards and the approvals that came of it. */
@Component
class DemoNearLine {
    private static final MatterId MARGIN = new MatterId("dibao-bianyuan");
    private final DemoLoad load;
    private final DemoHistory history;
    private final DemoArchive archive;
    private final Policy policy;
    private final BusinessClock clock;

    DemoNearLine(DemoLoad load, DemoHistory history, DemoArchive archive, Policy policy, BusinessClock clock) {
        this.load = load;
        this.history = history;
        this.archive = archive;
        this.policy = policy;
        this.clock = clock;
    }

    /** Inside the transaction of the load. */
    List<Drawn> plant(DemoLoad.Filled filled) {
        LocalDate today = clock.today();
        var drawn = new NearTheLine(filled.county(), load.ownCommunities(), today, lines(today)).draw();
        var truths = new ArrayList<Truth>();
        load.enrol(drawn, new WelfareFacts(new Chance(drawn.size()), today), truths);
        archive.asUsual(history.grant(truths, filled.county().chance(), today));
        return drawn;
    }

    private NearTheLine.Lines lines(LocalDate today) {
        BigDecimal line = figure(DemoHistory.DIBAO, "standard", today);
        return new NearTheLine.Lines(
                line.intValueExact(),
                line.multiply(figure(MARGIN, "marginMultiple", today)).intValueExact(),
                figure(DemoHistory.DIBAO, "workDisregard", today).intValueExact());
    }

    private BigDecimal figure(MatterId matter, String parameter, LocalDate today) {
        return new BigDecimal(
                policy.value(matter, parameter, DemoLoad.SONGJIANG, today).value());
    }
}
