package org.weimin.eligibility.web;

import static org.weimin.shell.Texts.either;
import static org.weimin.shell.Texts.t;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weimin.eligibility.Explanation;
import org.weimin.engine.AllAtOnce.Answer;
import org.weimin.engine.AllAtOnce.Item;
import org.weimin.engine.Determination;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.Standing;
import org.weimin.engine.Text;
import org.weimin.kernel.Acting;
import org.weimin.kernel.MatterId;
import org.weimin.people.Household;
import org.weimin.policy.Counters;

/** What the page of all matters prints. */
public record EverythingView(
        String household,
        String head,
        String monthly,
        List<Line> given,
        List<Line> open,
        List<Line> refused,
        List<IncomeLine> income) {

    /** Whether money of a matter that is given counts as income of others, and by which article. */
    public record IncomeLine(String matter, String rule, String article) {}

    /**
     * One matter for the household or a person; beside: what became of it beside the others.
     *
     * @param ask under which name the window takes it in; empty where it is given without asking, or not asked for here
     */
    public record Line(
            String matter, String who, String answer, String monthly, String beside, String link, String ask) {}

    public boolean mayAsk() {
        return Stream.concat(given.stream(), open.stream())
                .anyMatch(line -> !line.ask().isEmpty());
    }

    static EverythingView of(Household household, Answer answer, Packs packs) {
        var lines = new Lines(household, packs);
        return new EverythingView(
                household.id().toString(),
                lines.name(household.head().toString()),
                answer.monthly().grouped(),
                lines.of(answer, Outcome.Entitled.class),
                lines.of(answer, Outcome.CannotTell.class),
                lines.of(answer, Outcome.NotEntitled.class),
                lines.income(answer, packs));
    }

    private record Lines(Household household, Packs packs) {
        List<Line> of(Answer answer, Class<? extends Outcome> kind) {
            return answer.items().stream()
                    .filter(item -> kind.isInstance(item.determination().outcome()))
                    .map(this::line)
                    .toList();
        }

        private Line line(Item item) {
            Determination determination = item.determination();
            String person = determination.question().person();
            String link = "/eligibility/" + household.id() + "?matter=" + determination.matter()
                    + (person.isEmpty() ? "" : "&person=" + person);
            return new Line(
                    title(determination.matter()),
                    person.isEmpty() ? persons(determination) : name(person),
                    Explanation.headline(determination),
                    item.monthly().isPositive() ? item.monthly().grouped() : "",
                    Stream.concat(Stream.of(Explanation.beside(item.standing(), packs)), added(item))
                            .filter(note -> !note.isEmpty())
                            .collect(Collectors.joining(t("eligibility.semicolon"))),
                    link,
                    item.standing() instanceof Standing.GivesWay ? "" : ask(determination.matter(), person));
        }

        /** Matter, kind and id of whom it is for, as the window reads them. */
        private String ask(MatterId matter, String person) {
            var pack = packs.get(matter);
            boolean asked = pack.matter().acts() == Pack.Acts.GRANT
                    && pack.matter().window().isOpen()
                    && Counters.isOpenTo(pack, Acting.current())
                    && Acting.current().may("intake.apply");
            String subject = person.isEmpty() ? "household." + household.id() : "person." + person;
            return asked ? matter + "." + subject : "";
        }

        /** What of other matters is income here; of a matter that judges persons only what is the person's own. */
        private Stream<String> added(Item item) {
            String person = item.determination().question().person();
            return item.added().stream()
                    .filter(added -> person.isEmpty() || added.person().equals(person))
                    .map(added -> t(
                            "eligibility.all.added",
                            name(added.person()),
                            title(added.rule().paid()),
                            added.total().grouped(),
                            added.rule().article()));
        }

        /** What is said of the money of each matter that is given; said once, however many ask for income. */
        List<IncomeLine> income(Answer answer, Packs packs) {
            return answer.items().stream()
                    .filter(item -> item.monthly().isPositive())
                    .map(item -> item.determination().matter())
                    .distinct()
                    .flatMap(paid -> packs.overlaps().incomeRules().stream()
                            .filter(rule -> rule.paid().equals(paid))
                            .map(rule -> new IncomeLine(title(paid), text(rule.because()), rule.article()))
                            .distinct())
                    .toList();
        }

        /** Whom a household's grant was worked out for; the household itself where it names nobody. */
        private String persons(Determination determination) {
            String names = determination.outcome() instanceof Outcome.Entitled(var grants)
                    ? grants.stream()
                            .flatMap(grant -> grant.persons().stream())
                            .distinct()
                            .map(this::name)
                            .collect(Collectors.joining(t("eligibility.comma")))
                    : "";
            return names.isEmpty() ? t("eligibility.all.household") : names;
        }

        String name(String person) {
            return household.members().stream()
                    .filter(member -> member.person().id().toString().equals(person))
                    .map(member -> member.person().name())
                    .findFirst()
                    .orElse("");
        }

        private String title(MatterId matter) {
            return text(packs.get(matter).title());
        }

        private static String text(Text text) {
            return either(text.zh(), text.en());
        }
    }
}
