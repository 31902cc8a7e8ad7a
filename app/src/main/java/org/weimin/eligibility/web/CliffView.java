package org.weimin.eligibility.web;

import java.util.List;
import org.weimin.engine.AllAtOnce;
import org.weimin.engine.Cliff;
import org.weimin.engine.Determination.Outcome;
import org.weimin.kernel.PersonId;
import org.weimin.people.Household;

/** What the page of the cliff prints: a line as a drawing, and every point of it as a row. */
public record CliffView(
        String household,
        String head,
        List<Choice> earners,
        List<Row> rows,
        List<String> falls,
        long open,
        String line) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 200;

    public record Choice(String id, String name, boolean chosen) {}

    public record Row(String earned, String given, String total, String loss) {}

    static CliffView of(Household household, PersonId earner, Cliff cliff, AllAtOnce.Answer today) {
        var losses = cliff.falls();
        return new CliffView(
                household.id().toString(),
                household
                        .member(household.head())
                        .map(member -> member.person().name())
                        .orElse(""),
                household.members().stream()
                        .map(member -> new Choice(
                                member.person().id().toString(),
                                member.person().name(),
                                member.person().id().equals(earner)))
                        .toList(),
                cliff.points().stream()
                        .map(point -> new Row(
                                point.earned().grouped(),
                                point.given().grouped(),
                                point.total().grouped(),
                                losses.stream()
                                        .filter(fall -> fall.after().equals(point))
                                        .map(fall -> fall.loss().grouped())
                                        .findFirst()
                                        .orElse("")))
                        .toList(),
                losses.stream()
                        .map(fall -> org.weimin.shell.Texts.t(
                                "eligibility.cliff.fall",
                                fall.after().earned().grouped(),
                                fall.loss().grouped()))
                        .toList(),
                today.items().stream()
                        .filter(item -> item.determination().outcome() instanceof Outcome.CannotTell)
                        .count(),
                line(cliff));
    }

    /** The points of the drawn line: to the right more earned, upwards more in all. */
    private static String line(Cliff cliff) {
        long most = Math.max(
                1,
                cliff.points().stream()
                        .mapToLong(point -> point.total().fen())
                        .max()
                        .orElse(1));
        var line = new StringBuilder();
        int last = Math.max(1, cliff.points().size() - 1);
        for (int i = 0; i < cliff.points().size(); i++) {
            long total = cliff.points().get(i).total().fen();
            line.append((long) WIDTH * i / last)
                    .append(',')
                    .append(HEIGHT - HEIGHT * total / most)
                    .append(' ');
        }
        return line.toString().strip();
    }
}
