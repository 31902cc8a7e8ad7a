package org.weimin.eligibility.web;

import static org.weimin.shell.Texts.either;
import static org.weimin.shell.Texts.t;

import java.util.List;
import java.util.stream.Collectors;
import org.weimin.eligibility.Eligibility;
import org.weimin.engine.AllAtOnce;
import org.weimin.engine.Cliff;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Packs;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.people.Household;

/** What the page of the cliff prints: a line as a drawing, every fall in words, and every point of it as a row. */
public record CliffView(
        String household,
        String head,
        List<Choice> earners,
        List<Row> rows,
        List<Step> falls,
        List<Step> services,
        long open,
        Drawing drawing,
        Reach reach) {
    public record Choice(String id, String name, boolean chosen) {}

    public record Row(String earned, String money, String services, String total, String loss) {}

    /** A fall, or a service, in words, with the page that explains it. */
    public record Step(String text, String href, String link) {}

    /** The line of what there is in all, and where falls and today stand on it. */
    public record Drawing(String line, List<Integer> falls, int today) {}

    public record Reach(String until, String line, String now, String most) {}

    static CliffView of(
            Household household, PersonId earner, Eligibility.Reach reach, AllAtOnce.Answer today, Packs packs) {
        var print = new Print(household, reach.cliff(), packs);
        return new CliffView(
                household.id().toString(),
                print.name(household.head().toString()),
                household.members().stream()
                        .map(member -> new Choice(
                                member.person().id().toString(),
                                member.person().name(),
                                member.person().id().equals(earner)))
                        .toList(),
                print.rows(),
                reach.cliff().falls().stream().map(print::fall).toList(),
                print.services(),
                today.items().stream()
                        .filter(item -> item.determination().outcome() instanceof Outcome.CannotTell)
                        .count(),
                print.drawing(reach.now()),
                new Reach(
                        reach.cliff().points().getLast().earned().grouped(),
                        reach.line().grouped(),
                        reach.now().grouped(),
                        new Money(print.most()).grouped()));
    }

    private record Print(Household household, Cliff cliff, Packs packs) {
        private static final int WIDTH = 640;
        private static final int HEIGHT = 200;

        List<Row> rows() {
            return cliff.points().stream()
                    .map(point -> new Row(
                            point.earned().grouped(),
                            sum(point, Cliff.Part.Kind.MONEY).grouped(),
                            sum(point, Cliff.Part.Kind.SERVICE).grouped(),
                            point.total().grouped(),
                            lossWithin(point)))
                    .toList();
        }

        private static Money sum(Cliff.Point point, Cliff.Part.Kind kind) {
            return Money.sum(
                    point.parts().stream().filter(part -> part.kind() == kind).map(Cliff.Part::monthly));
        }

        /** The fall on the way to this point, if there is one. */
        private String lossWithin(Cliff.Point point) {
            int at = cliff.points().indexOf(point);
            return cliff.falls().stream()
                    .filter(fall -> at > 0
                            && fall.after().earned().compareTo(point.earned()) <= 0
                            && fall.after()
                                            .earned()
                                            .compareTo(
                                                    cliff.points().get(at - 1).earned())
                                    > 0)
                    .map(fall -> fall.loss().grouped())
                    .findFirst()
                    .orElse("");
        }

        Step fall(Cliff.Fall fall) {
            String lost = fall.lost().stream().map(this::part).collect(Collectors.joining(t("eligibility.comma")));
            var deepest = fall.lost().stream()
                    .max((a, b) -> a.monthly().compareTo(b.monthly()))
                    .orElseThrow();
            String key = fall.loss().isPositive() ? "eligibility.cliff.fall" : "eligibility.cliff.fall.identity";
            return new Step(
                    t(
                            key,
                            fall.before().earned().grouped(),
                            fall.more().grouped(),
                            fall.loss().grouped(),
                            lost),
                    href(deepest),
                    t("eligibility.cliff.why"));
        }

        /** What services are worth here, and where that comes from. */
        List<Step> services() {
            return cliff.points().stream()
                    .flatMap(point -> point.parts().stream())
                    .filter(part -> part.kind() == Cliff.Part.Kind.SERVICE)
                    .collect(Collectors.toMap(part -> part.matter() + part.person(), part -> part, (a, b) -> a))
                    .values()
                    .stream()
                    .map(part -> new Step(
                            part.monthly().isPositive()
                                    ? t(
                                            "eligibility.cliff.service",
                                            title(part.matter()),
                                            part.monthly().grouped())
                                    : t("eligibility.cliff.service.free", title(part.matter())),
                            href(part),
                            t("eligibility.cliff.source")))
                    .toList();
        }

        private String part(Cliff.Part part) {
            String whose = part.person().isEmpty() ? "" : t("eligibility.cliff.whose", name(part.person()));
            return switch (part.kind()) {
                case IDENTITY -> t("eligibility.cliff.part.identity", whose, title(part.matter()));
                case MONEY, SERVICE ->
                    t(
                            "eligibility.cliff.part",
                            whose,
                            title(part.matter()),
                            part.monthly().grouped());
            };
        }

        private String href(Cliff.Part part) {
            return "/eligibility/" + household.id() + "?matter=" + part.matter()
                    + (part.person().isEmpty() ? "" : "&person=" + part.person());
        }

        private String title(MatterId matter) {
            var title = packs.get(matter).title();
            return either(title.zh(), title.en());
        }

        String name(String person) {
            return household.members().stream()
                    .filter(member -> member.person().id().toString().equals(person))
                    .map(member -> member.person().name())
                    .findFirst()
                    .orElse("");
        }

        long most() {
            return Math.max(
                    1,
                    cliff.points().stream()
                            .mapToLong(point -> point.total().fen())
                            .max()
                            .orElse(1));
        }

        /** To the right more earned, upwards more in all. */
        Drawing drawing(Money now) {
            String line = cliff.points().stream()
                    .map(point -> x(point.earned()) + ","
                            + (HEIGHT - HEIGHT * point.total().fen() / most()))
                    .collect(Collectors.joining(" "));
            return new Drawing(
                    line,
                    cliff.falls().stream().map(fall -> x(fall.after().earned())).toList(),
                    Math.min(WIDTH, x(now)));
        }

        private int x(Money earned) {
            long all = Math.max(1, cliff.points().getLast().earned().fen());
            return Math.toIntExact(WIDTH * Math.min(earned.fen(), all) / all);
        }
    }
}
