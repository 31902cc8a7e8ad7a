package org.weimin.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.home.Home;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.people.Family;

/** 演示县的装载: fills an empty demo home once, in one transaction: a start that is broken off leaves nothing behind. */
@Component
@Order(10)
class DemoCounty implements ApplicationRunner {
    private static final long SEED = 20260701;
    /** Smaller counties are for measurements: what is true of their people must stay as it was drawn. */
    private static final int LIVELY = 5_000;

    private final Home home;
    private final TransactionTemplate transaction;
    private final DemoStore store;
    private final DemoLoad load;
    private final AfterLoad afterLoad;
    private final Besides besides;
    private final DemoKaihua kaihua;
    private final DemoEvents events;
    private final EnteredTwice twice;
    private final BusinessClock clock;
    private final int households;

    /** What the county does once its people are there. */
    @Component
    record AfterLoad(
            DemoBudget budget,
            DemoPast past,
            OpenCases openCases,
            DemoChecks checks,
            DemoWindow window,
            DemoInspection inspection) {}

    /** Who lives there besides those who are drawn by chance. */
    @Component
    record Besides(DemoOddities oddities, DemoNearLine nearLine, CommunityDay community, DemoCommunities communities) {}

    /** The load itself and what comes after it. */
    @Component
    record Fill(
            DemoLoad load,
            Besides besides,
            AfterLoad afterLoad,
            DemoKaihua kaihua,
            DemoEvents events,
            EnteredTwice twice) {}

    DemoCounty(
            Home home,
            TransactionTemplate transaction,
            DemoStore store,
            Fill fill,
            BusinessClock clock,
            @Value("${weimin.demo.households:20000}") int households) {
        this.home = home;
        this.transaction = transaction;
        this.store = store;
        this.load = fill.load();
        this.afterLoad = fill.afterLoad();
        this.besides = fill.besides();
        this.kaihua = fill.kaihua();
        this.events = fill.events();
        this.twice = fill.twice();
        this.clock = clock;
        this.households = households;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (home.kind() == Home.Kind.DEMO) {
            Acting.as(new Actor.SystemJob("demo-county", "first start of a demo home"), () -> {
                fill();
                afterLoad.budget().vote();
            });
        }
    }

    private void fill() {
        var odd = new ArrayList<Oddity>();
        var neighbours = new ArrayList<Family>();
        Optional<DemoLoad.Filled> filled = transaction.execute(status -> {
            if (store.isFilled()) {
                return Optional.empty();
            }
            DemoLoad.Filled county = load.fill(SEED, households, System.out);
            odd.addAll(besides.oddities().plant(county, clock.today()));
            if (households >= LIVELY) {
                besides.nearLine().plant(county);
                neighbours.addAll(besides.community().settle(county));
            }
            store.markFilled(SEED, households);
            return Optional.of(county);
        });
        filled.ifPresent(county -> {
            besides.communities().classify();
            List<Truth> askedAfterAll = afterLoad.past().tell(county.truths());
            afterLoad.openCases().open(county.truths());
            afterLoad.checks().ask(county.truths());
            afterLoad.window().serve(county.families());
            if (households >= LIVELY) {
                events.tell(county);
                besides.community().beginTheDay(neighbours);
            }
            kaihua.plan();
            twice.plant(county.families());
            afterLoad.inspection().inspect();
            TruthFile.write(
                    home.folder().resolve("known-truth.csv"),
                    county.truths().stream()
                            .filter(truth -> !askedAfterAll.contains(truth))
                            .toList());
            OddityScores.write(home.folder(), odd);
        });
    }
}
