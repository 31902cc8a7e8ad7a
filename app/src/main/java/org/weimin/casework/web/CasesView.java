package org.weimin.casework.web;

import java.util.List;
import java.util.Map;
import org.weimin.shell.Option;

/** What the list of cases prints. {@code next} is where it goes on, or empty. */
public record CasesView(
        List<CaseRow> rows,
        long total,
        Choices choices,
        Map<String, String> asked,
        Way way,
        List<Saved> saved,
        List<Option> batches) {

    /** Where in the list one is: {@code next} is empty at its end. */
    public record Way(String query, boolean isFirst, String next) {}

    /** What can be asked for. */
    public record Choices(
            List<Option> whose, List<Option> lists, List<Option> matters, List<Option> states, List<Option> places) {}

    /** A list that the official has given a name. */
    public record Saved(String id, String title, String href) {}

    public String of(String name) {
        return asked.getOrDefault(name, "");
    }

    /** Whether something is asked for that the folded part of the form holds. */
    public boolean isNarrow() {
        return asked.containsKey("state") || asked.containsKey("place") || asked.containsKey("number");
    }
}
