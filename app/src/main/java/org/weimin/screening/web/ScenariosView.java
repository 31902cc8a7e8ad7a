package org.weimin.screening.web;

import java.util.List;

/** Some scenarios side by side: the same figure of each in one row. */
public record ScenariosView(List<ScenarioView.Head> heads, List<Row> figures, List<Row> streets) {
    /** One figure of every scenario. */
    public record Row(String title, List<String> values) {}
}
