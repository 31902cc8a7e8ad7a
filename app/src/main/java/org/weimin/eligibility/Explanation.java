package org.weimin.eligibility;

import static org.weimin.shell.Texts.either;
import static org.weimin.shell.Texts.t;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.weimin.engine.Determination;
import org.weimin.engine.Determination.Checked;
import org.weimin.engine.Determination.FactUsed;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Determination.ParameterUsed;
import org.weimin.engine.Determination.Who;
import org.weimin.engine.Grant;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.Standing;
import org.weimin.engine.Text;
import org.weimin.facts.FactItem;
import org.weimin.shell.Texts;

/** 测算说明: an answer as a person reads it, in the request's language; {@code jte/eligibility/explanation.jte}. */
public record Explanation(
        String outcome,
        String headline,
        String subline,
        List<ConditionLine> conditions,
        List<SumLine> sum,
        List<FactLine> facts,
        List<RuleLine> rules,
        List<ValueLine> values,
        List<String> hints,
        String remedy) {

    public record ConditionLine(
            String title, String value, String limit, List<ValueLine> limits, String article, String met) {}

    public record SumLine(String label, String who, String working, String result, String article) {}

    public record FactLine(String label, String who, String value, String source, String evidence, boolean missing) {}

    public record RuleLine(String table, String who, String meaning, String article) {}

    public record ValueLine(
            String title, String value, String from, String source, boolean example, boolean carriedOn) {}

    static Explanation of(Determination determination, Pack pack) {
        Map<String, ValueLine> values = determination.parameters().stream()
                .collect(Collectors.toMap(ParameterUsed::name, Explanation::value, (a, b) -> a));
        return new Explanation(
                word(determination.outcome()),
                headline(determination),
                t("eligibility.basis", text(pack.title()), determination.asOf().toString()),
                determination.conditions().stream()
                        .map(checked -> condition(checked, values))
                        .toList(),
                determination.arithmetic().stream()
                        .map(step -> new SumLine(
                                text(step.label()),
                                step.who().name(),
                                step.working(),
                                step.result().grouped(),
                                step.article()))
                        .toList(),
                determination.facts().stream().map(Explanation::fact).toList(),
                determination.rules().stream()
                        .map(fired -> new RuleLine(
                                text(fired.table()), fired.who().name(), text(fired.meaning()), fired.article()))
                        .toList(),
                determination.parameters().stream().map(Explanation::value).toList(),
                hints(determination),
                remedy(determination, pack));
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Entitled ignored -> "entitled";
            case Outcome.NotEntitled ignored -> "not-entitled";
            case Outcome.CannotTell ignored -> "cannot-tell";
        };
    }

    /** The answer in one line. */
    public static String headline(Determination determination) {
        return switch (determination.outcome()) {
            case Outcome.Entitled(var grants) ->
                grants.stream().map(Explanation::grant).collect(Collectors.joining(t("eligibility.semicolon")));
            case Outcome.NotEntitled(var code) -> t("eligibility.not-entitled", reason(determination, code));
            case Outcome.CannotTell(var names) ->
                t(
                        "eligibility.cannot-tell",
                        names.stream()
                                .map(name -> label(determination, name))
                                .collect(Collectors.joining(t("eligibility.comma"))));
        };
    }

    /** What became of a claim beside the others; nothing where it stands as it is. */
    public static String beside(Standing standing, Packs packs) {
        return switch (standing) {
            case Standing.Stands ignored -> "";
            case Standing.GivesWay(var to, var rule) ->
                t("eligibility.all.gives-way", text(packs.get(to).title()), text(rule.because()), rule.article());
            case Standing.Reduced(var less) ->
                less.stream().map(each -> less(each, packs)).collect(Collectors.joining(t("eligibility.semicolon")));
        };
    }

    private static String less(Standing.Less less, Packs packs) {
        String beside = less.beside().stream()
                .map(matter -> text(packs.get(matter).title()))
                .collect(Collectors.joining(t("eligibility.comma")));
        return t("eligibility.all.reduced", beside, less.off().grouped(), text(less.because()), less.article());
    }

    private static String grant(Grant grant) {
        return switch (grant) {
            case Grant.Monthly(var amount, var basis, var persons) ->
                t("eligibility.entitled", amount.grouped()) + basis(basis);
            case Grant.OneOff(var amount, var basis, var persons) ->
                t("eligibility.entitled-once", amount.grouped()) + basis(basis);
            case Grant.Identity(var code, var title, var months, var persons) ->
                months == 0
                        ? t("eligibility.identity", text(title))
                        : t("eligibility.identity-months", text(title), months);
            case Grant.Service(var code, var title, var monthly, var persons) ->
                monthly.isPositive()
                        ? t("eligibility.service-worth", text(title), monthly.grouped())
                        : t("eligibility.service", text(title));
            case Grant.Document(var code, var title, var persons) -> t("eligibility.document", text(title));
        };
    }

    /** Words of a pack's own need no text here: what is not known is left out rather than shown as a code. */
    private static String basis(String basis) {
        String key = "eligibility.basis." + basis;
        return !basis.isEmpty() && Texts.has(key) ? t("eligibility.basis-of", t(key)) : "";
    }

    private static String reason(Determination determination, String code) {
        return determination.conditions().stream()
                .filter(checked -> checked.refusal().equals(code))
                .map(checked -> text(checked.refusalText()))
                .findFirst()
                .orElse(code);
    }

    private static String label(Determination determination, String fact) {
        return determination.facts().stream()
                .filter(used -> used.name().equals(fact))
                .map(used -> text(used.label()))
                .findFirst()
                .orElse(fact);
    }

    private static ConditionLine condition(Checked checked, Map<String, ValueLine> values) {
        return new ConditionLine(
                text(checked.title()),
                shown(checked.value()),
                shown(checked.limit()),
                checked.parameters().stream()
                        .map(values::get)
                        .flatMap(value -> Optional.ofNullable(value).stream())
                        .toList(),
                checked.article(),
                checked.met().name());
    }

    private static FactLine fact(FactUsed used) {
        String source = "eligibility.source." + used.source();
        return new FactLine(
                text(used.label()),
                used.who().equals(Who.HOUSEHOLD) ? "" : used.who().name(),
                text(used.shown()),
                Texts.has(source) ? t(source) : used.source(),
                FactItem.evidenceInWords(used.source(), used.evidence()),
                used.isMissing());
    }

    private static ValueLine value(ParameterUsed used) {
        var value = used.value();
        String shown = used.unit().equals("yuan")
                ? String.format(java.util.Locale.ROOT, "%,.2f", new BigDecimal(value.value()))
                : value.value();
        return new ValueLine(
                text(used.title()), shown, value.from().toString(), value.source(), value.example(), value.carriedOn());
    }

    /** What would have to change, or what has to be found out first. */
    private static List<String> hints(Determination determination) {
        Function<Checked, String> hint = checked -> text(checked.hint());
        if (determination.outcome() instanceof Outcome.CannotTell) {
            return determination.missing().stream()
                    .map(used ->
                            t("eligibility.ask", text(used.label()), used.who().name()))
                    .toList();
        }
        return determination.whatWouldChangeIt().stream().map(hint).toList();
    }

    private static String remedy(Determination determination, Pack pack) {
        return pack.remedyOn(determination.asOf())
                .map(remedy -> text(remedy.text()) + t("eligibility.article", remedy.article()))
                .orElse("");
    }

    private static String shown(String figure) {
        return switch (figure) {
            case "true" -> t("eligibility.yes");
            case "false" -> t("eligibility.no");
            default -> figure;
        };
    }

    private static String text(Text text) {
        return either(text.zh(), text.en());
    }
}
