package org.weimin.portal.web;

import static org.weimin.portal.web.CheckView.in;
import static org.weimin.shell.Texts.t;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weimin.eligibility.Explanation;
import org.weimin.engine.AllAtOnce.Answer;
import org.weimin.engine.AllAtOnce.Item;
import org.weimin.engine.Determination;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Grant;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.SelfCheck.Question;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Catalogue;
import org.weimin.portal.internal.Answers;

/** Puts the answer of a self-check into soft words: may, cannot tell, rather not; the office decides. */
record CheckWords(Answers answers, Packs packs, Answer found, Function<Pack, String> offices) {
    private static final int MOST_MISSING = 4;

    /** Answers that read alike are one line. */
    private record Said(MatterId matter, String answer, List<String> notes) {}

    CheckResultView view() {
        return new CheckResultView(
                answers.event(),
                found.monthly().isPositive() ? found.monthly().grouped() : "",
                lines(Outcome.Entitled.class),
                lines(Outcome.CannotTell.class),
                lines(Outcome.NotEntitled.class),
                told(),
                answers.form().supposed().stream()
                        .map(line -> t(
                                "portal.check.is",
                                in(line.fact().title()),
                                in(line.fact().show(line.value()))))
                        .toList());
    }

    private List<CheckResultView.Line> lines(Class<? extends Outcome> kind) {
        Map<Said, List<String>> alike = found.items().stream()
                .filter(item -> kind.isInstance(item.determination().outcome()) && isWorthSaying(item))
                .collect(Collectors.groupingBy(
                        this::said,
                        LinkedHashMap::new,
                        Collectors.mapping(item -> who(item.determination()), Collectors.toList())));
        return alike.entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue()))
                .toList();
    }

    /** What nobody asked about and nobody could answer is left out: it would bury the rest. */
    private boolean isWorthSaying(Item item) {
        boolean near = packs.get(item.determination().matter())
                .matter()
                .window()
                .events()
                .contains(answers.event());
        return switch (item.determination().outcome()) {
            case Outcome.Entitled ignored -> true;
            case Outcome.NotEntitled ignored -> near;
            case Outcome.CannotTell(var missing) -> near && lacking(missing).size() <= MOST_MISSING;
        };
    }

    private Said said(Item item) {
        Determination determination = item.determination();
        var notes = new ArrayList<String>();
        String beside = Explanation.beside(item.standing(), packs);
        if (!beside.isEmpty()) {
            notes.add(beside);
        }
        String answer = switch (determination.outcome()) {
            case Outcome.Entitled(var grants) ->
                grants.stream().map(CheckWords::grant).collect(Collectors.joining(t("eligibility.semicolon")));
            case Outcome.CannotTell(var missing) ->
                t(
                        "portal.check.need",
                        lacking(missing).stream()
                                .map(name -> in(packs.dictionary().get(name).title()))
                                .collect(Collectors.joining(t("eligibility.comma"))));
            case Outcome.NotEntitled ignored -> {
                determination.whatWouldChangeIt().forEach(checked -> notes.add(in(checked.hint())));
                yield determination.whatWouldChangeIt().stream()
                        .map(checked -> in(checked.refusalText()))
                        .collect(Collectors.joining(t("eligibility.semicolon")));
            }
        };
        return new Said(determination.matter(), answer, notes);
    }

    private CheckResultView.Line line(Said said, List<String> people) {
        Pack pack = packs.get(said.matter());
        String who = people.stream().distinct().collect(Collectors.joining(t("eligibility.comma")));
        return new CheckResultView.Line(
                said.matter().value(), in(pack.title()), who, said.answer(), said.notes(), where(pack));
    }

    private String where(Pack pack) {
        String where = offices.apply(pack);
        return Catalogue.comesByItself(pack) ? where : t("portal.check.office", where);
    }

    private static String grant(Grant grant) {
        return switch (grant) {
            case Grant.Monthly monthly ->
                t("portal.check.monthly", monthly.amount().grouped());
            case Grant.OneOff once -> t("portal.check.once", once.amount().grouped());
            case Grant.Identity identity -> t("portal.check.identity", in(identity.title()));
            case Grant.Service service -> t("portal.check.service", in(service.title()));
            case Grant.Document document -> in(document.title());
        };
    }

    /** What another matter has to settle first is asked by what that one lacks itself. */
    private Set<String> lacking(List<String> missing) {
        var lacking = new TreeSet<String>();
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(missing);
        while (!open.isEmpty()) {
            String name = open.pop();
            List<String> behind = found.items().stream()
                    .map(Item::determination)
                    .filter(other ->
                            packs.get(other.matter()).matter().giving().facts().contains(name))
                    .flatMap(other ->
                            other.outcome() instanceof Outcome.CannotTell(var names) ? names.stream() : Stream.empty())
                    .toList();
            if (behind.isEmpty()) {
                lacking.add(name);
            } else if (seen.add(name)) {
                open.addAll(behind);
            }
        }
        return lacking;
    }

    private static String who(Determination determination) {
        String person = determination.question().person();
        return person.isEmpty()
                ? t("portal.check.whole-household")
                : CheckView.person(Integer.parseInt(person.substring(1)));
    }

    private List<String> told() {
        var told = new ArrayList<String>();
        for (int place = 1; place <= answers.people(); place++) {
            told.add(told(CheckView.person(place), place, answers.ofPerson(place)));
        }
        told.add(told(t("portal.check.household"), 0, answers.ofHousehold()));
        return told;
    }

    private String told(String who, int place, List<Question> questions) {
        String facts = questions.stream()
                .filter(question -> !answers.typed(place, question.fact()).isEmpty())
                .map(question -> t(
                        "portal.check.is",
                        in(question.ask()),
                        in(question.fact().show(question.fact().parse(answers.typed(place, question.fact()))))))
                .collect(Collectors.joining(t("eligibility.semicolon")));
        return t("portal.check.is", who, facts);
    }
}
