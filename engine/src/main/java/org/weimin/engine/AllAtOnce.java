package org.weimin.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.weimin.engine.Determination.Outcome;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;

/**
 * 一户通算: every matter for one household at once. What one matter gives, the others see; where two cannot stand side
 * by side, the table of overlaps says which gives way. The answer does not depend on the order of the matters.
 */
public final class AllAtOnce {
    private final Interpreter interpreter = new Interpreter();
    private final Collection<Pack> packs;
    private final Overlaps overlaps;

    public AllAtOnce(Collection<Pack> packs, Overlaps overlaps) {
        this.packs = List.copyOf(packs);
        this.overlaps = overlaps;
    }

    /** One matter's answer for the household or a person, and what became of it beside the others. */
    public record Item(Determination determination, Standing standing, Money monthly, List<Added> added) {
        MatterId matter() {
            return determination.matter();
        }
    }

    /** 计入的待遇: what another matter would newly pay a person, counted as income in the total of the window. */
    public record Added(String person, Money total, IncomeRule rule) {}

    /** The whole answer, matter by matter. */
    public record Answer(List<Item> items) {
        public Answer {
            items = List.copyOf(items);
        }

        /** What the household has a month from all matters that stand. */
        public Money monthly() {
            return Money.sum(items.stream().map(Item::monthly));
        }
    }

    public Answer of(DivisionCode place, LocalDate asOf, FactSheet sheet) {
        var question = new Question(
                InOrder.of(packs, asOf, overlaps), Terms.of(overlaps, packs, place, asOf), place, asOf, sheet);
        Set<Claimant> givenWay = Set.of();
        for (int round = 0; round <= question.ordered().size(); round++) {
            var income = new CountedIncome(question.terms(), packs, question.registered());
            List<Determination> answers = round(question, givenWay, income);
            List<Item> items = items(question.terms(), answers, income);
            Set<Claimant> now = new HashSet<>();
            items.stream()
                    .filter(item -> item.standing() instanceof Standing.GivesWay)
                    .forEach(item -> now.add(Claimant.of(item.determination())));
            if (now.equals(givenWay)) {
                return new Answer(items);
            }
            givenWay = now;
        }
        throw new Refused("engine.no-fixed-point", givenWay.toString());
    }

    /**
     * The same; but a matter of which nobody can tell beside the others is answered on what the registers say alone, as
     * a sweep answers it.
     */
    public Answer asFarAsTold(DivisionCode place, LocalDate asOf, FactSheet sheet) {
        return new Answer(of(place, asOf, sheet).items().stream()
                .map(item -> item.determination().outcome() instanceof Outcome.CannotTell
                        ? alone(item.determination(), sheet)
                        : item)
                .toList());
    }

    private Item alone(Determination open, FactSheet sheet) {
        Determination.Question question = open.question();
        Pack pack = packs.stream()
                .filter(each -> each.id().equals(open.matter()))
                .findFirst()
                .orElseThrow();
        Determination answer = interpreter.determine(
                pack, question.place(), question.asOf(), sheet, new Supposing(question.person(), Map.of()));
        return new Item(answer, new Standing.Stands(), Claim.of(answer).monthly(), List.of());
    }

    private record Question(
            List<Pack> ordered, Terms terms, DivisionCode place, LocalDate asOf, FactSheet registered) {}

    private static List<Item> items(Terms terms, List<Determination> answers, CountedIncome income) {
        List<Contest.Result> results =
                Contest.settle(terms, answers.stream().map(Claim::of).toList());
        return IntStream.range(0, answers.size())
                .mapToObj(i -> new Item(
                        answers.get(i),
                        results.get(i).standing(),
                        results.get(i).monthly(),
                        income.added(answers.get(i).matter())))
                .toList();
    }

    /** Who asks for what: a matter and the person, or nobody for the household. */
    record Claimant(MatterId matter, String person) {
        static Claimant of(Determination determination) {
            return new Claimant(determination.matter(), determination.question().person());
        }
    }

    private List<Determination> round(Question question, Set<Claimant> givenWay, CountedIncome income) {
        var answers = new ArrayList<Determination>();
        FactSheet seen = question.registered();
        for (Pack pack : question.ordered()) {
            FactSheet facts = income.added(seen, pack, answers, givenWay);
            Stream<String> judged = pack.matter().judgesPersons() ? facts.persons().stream() : Stream.of("");
            List<Determination> own = judged.map(person -> interpreter.determine(
                            pack, question.place(), question.asOf(), facts, new Supposing(person, Map.of())))
                    .toList();
            answers.addAll(own);
            seen = withWhatIsGiven(seen, pack, own, givenWay);
        }
        return answers;
    }

    private static FactSheet withWhatIsGiven(
            FactSheet sheet, Pack pack, List<Determination> answers, Set<Claimant> givenWay) {
        FactSheet seen = sheet;
        for (String name : pack.matter().giving().facts()) {
            boolean ofMember = pack.dictionary().get(name).ofMember();
            seen = ofMember
                    ? ofPersons(seen, name, pack, answers, givenWay)
                    : seen.with(fact(name, pack, ofHousehold(answers, givenWay)));
        }
        return seen;
    }

    private static FactSheet ofPersons(
            FactSheet sheet, String name, Pack pack, List<Determination> answers, Set<Claimant> givenWay) {
        FactSheet seen = sheet;
        for (String person : sheet.persons()) {
            Given given = answers.stream()
                    .filter(answer -> answer.question().person().isEmpty()
                            || answer.question().person().equals(person))
                    .map(answer -> given(answer, givenWay, person))
                    .reduce(Given.NO, Given::or);
            seen = seen.with(person, fact(name, pack, given));
        }
        return seen;
    }

    private static Given ofHousehold(List<Determination> answers, Set<Claimant> givenWay) {
        return answers.stream().map(answer -> given(answer, givenWay, "")).reduce(Given.NO, Given::or);
    }

    /** Whether somebody has it: the household for its own facts, the person for those of a member. */
    private static Given given(Determination answer, Set<Claimant> givenWay, String person) {
        return switch (answer.outcome()) {
            case Outcome.NotEntitled ignored -> Given.NO;
            case Outcome.CannotTell ignored -> Given.OPEN;
            case Outcome.Entitled(var grants) -> {
                boolean has = person.isEmpty()
                        || grants.stream().anyMatch(grant -> grant.persons().contains(person));
                yield has && !givenWay.contains(Claimant.of(answer)) ? Given.YES : Given.NO;
            }
        };
    }

    private enum Given {
        NO,
        OPEN,
        YES;

        Given or(Given other) {
            return compareTo(other) > 0 ? this : other;
        }
    }

    private static Fact fact(String name, Pack pack, Given given) {
        String because = pack.title().zh();
        return given == Given.OPEN
                ? Fact.unsettled(name, "SYSTEM", because)
                : new Fact(name, given == Given.YES, "SYSTEM", because);
    }
}
