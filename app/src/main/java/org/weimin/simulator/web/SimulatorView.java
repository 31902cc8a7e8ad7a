package org.weimin.simulator.web;

import java.util.List;
import org.weimin.shell.Option;

/** What the page of the played registers prints. */
public record SimulatorView(List<Bureau> bureaus, List<Option> behaviours, List<Line> questions) {
    /** One bureau, and how it behaves. */
    public record Bureau(String id, String title, String behaviour) {}

    /** One question that came. */
    public record Line(String bureau, String item, String purpose, String firstOn, int times, String behaviour) {}
}
