package org.weimin.oversight.web;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.casework.DeskTile;
import org.weimin.kernel.Acting;
import org.weimin.oversight.Anomalies;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.AnomalyFilter;
import org.weimin.shell.MenuEntry;

/** What this room adds to the menu and to the desk. */
@Configuration(proxyBeanMethods = false)
class OversightMenu {
    @Bean
    static MenuEntry anomaliesMenu() {
        return new MenuEntry("work", "oversight.menu", "/anomalies", 70, "oversight.view");
    }

    @Bean
    static MenuEntry imbalanceMenu() {
        return new MenuEntry("work", "oversight.imbalance", "/imbalance", 71, "oversight.imbalance");
    }

    @Bean
    static DeskTile openAnomalies(Anomalies anomalies) {
        return new DeskTile(
                "oversight.tile",
                "/anomalies?status=OPEN",
                "oversight.view",
                () -> anomalies
                        .list(
                                new AnomalyFilter(
                                        Optional.empty(),
                                        Optional.of(Anomaly.Status.OPEN),
                                        Acting.staff().area()),
                                1)
                        .total());
    }
}
