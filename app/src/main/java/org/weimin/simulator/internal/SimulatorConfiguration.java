package org.weimin.simulator.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.facts.BureauLine;
import org.weimin.shell.MenuEntry;

/** The line to the played bureaus, and the entry of their page. */
@Configuration(proxyBeanMethods = false)
@Played
class SimulatorConfiguration {
    @Bean
    static SimulatorServer simulatorServer(PlayedBureau bureaus, PlayedFeed feed) {
        return new SimulatorServer(bureaus, feed);
    }

    @Bean
    static BureauLine simulatedLine(SimulatorServer server) {
        return new BureauLine(server::base, server.token(), true);
    }

    @Bean
    static MenuEntry simulatorMenu() {
        return new MenuEntry("admin", "simulator.menu", "/simulator", 90, "simulator.use");
    }
}
