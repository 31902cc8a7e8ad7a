package org.weimin.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.weimin.engine.Determination.Outcome;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Money;

/** 样例: one household of a pack's {@code cases/} with the answer that the law gives; the pack is wrong until it does. */
public record WorkedExample(
        String name, LocalDate asOf, DivisionCode place, Supposing supposing, FactSheet facts, Expected expected) {

    private record Expected(
            String outcome,
            Amounts amounts,
            String reason,
            String basis,
            List<String> codes,
            List<String> persons,
            List<String> missing,
            List<String> because) {}

    private record Amounts(String monthly, String oneOff, String worth) {}

    /** Every example of the pack. */
    public static List<WorkedExample> of(Pack pack) {
        return pack.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith("cases/"))
                .flatMap(file -> read(pack, Yaml.read(pack.id() + "/" + file.getKey(), file.getValue())))
                .toList();
    }

    private static Stream<WorkedExample> read(Pack pack, Yaml file) {
        var reader = new SheetReader(pack.dictionary());
        Map<String, Object> household = file.childOrEmpty("everyHousehold").values();
        Map<String, Object> member = file.childOrEmpty("everyMember").values();
        return file.children("cases").stream().map(yaml -> {
            var supposing = new LinkedHashMap<String, String>();
            Yaml parameters = yaml.childOrEmpty("parameters");
            parameters.values().keySet().forEach(name -> supposing.put(name, parameters.text(name)));
            return new WorkedExample(
                    yaml.text("name"),
                    yaml.date("asOf"),
                    yaml.place(),
                    new Supposing(yaml.text("person", pack.matter().judgesPersons() ? "p1" : ""), supposing),
                    reader.read(yaml, household, member),
                    expected(yaml.child("expect")));
        });
    }

    private static Expected expected(Yaml yaml) {
        return new Expected(
                yaml.text("outcome"),
                new Amounts(yaml.text("monthly", ""), yaml.text("one-off", ""), yaml.text("worth", "")),
                yaml.text("reason", ""),
                yaml.text("basis", ""),
                yaml.texts("codes"),
                yaml.texts("persons"),
                yaml.texts("missing"),
                yaml.texts("because"));
    }

    public Determination run(Pack pack) {
        return new Interpreter().determine(pack, place, asOf, facts, supposing);
    }

    /** What the answer has wrong, each as a sentence; an empty list is a pass. */
    public List<String> differences(Determination answer) {
        var differences = new ArrayList<String>();
        String outcome = switch (answer.outcome()) {
            case Outcome.Entitled entitled -> {
                compareAmount(
                        differences,
                        new Text("每月金额", "the monthly amount"),
                        expected.amounts().monthly(),
                        entitled.monthly());
                compareAmount(
                        differences,
                        new Text("一次性金额", "the one-off amount"),
                        expected.amounts().oneOff(),
                        entitled.oneOff());
                compareGrants(differences, entitled);
                yield "entitled";
            }
            case Outcome.NotEntitled(var reason) -> {
                compare(differences, new Text("不符合的原因", "the reason"), expected.reason(), reason, String::valueOf);
                yield "not-entitled";
            }
            case Outcome.CannotTell(var missing) -> {
                compare(
                        differences,
                        new Text("缺少的情况", "the missing facts"),
                        expected.missing().toString(),
                        missing,
                        String::valueOf);
                yield "cannot-tell";
            }
        };
        if (!outcome.equals(expected.outcome())) {
            differences.addFirst("结论应为 %1$s，实为 %2$s · the outcome should be %1$s, but is %2$s"
                    .formatted(expected.outcome(), outcome));
        }
        List<String> cited = citations(answer);
        expected.because().stream()
                .filter(article -> !cited.contains(article))
                .forEach(article -> differences.add("没有引用 %1$s · nothing cites %1$s".formatted(article)));
        return differences;
    }

    private void compareGrants(List<String> differences, Outcome.Entitled entitled) {
        Money worth = Money.ZERO;
        var codes = new ArrayList<String>();
        for (Grant grant : entitled.grants()) {
            switch (grant) {
                case Grant.Monthly monthly ->
                    compareIfTold(differences, new Text("计发方式", "the basis"), expected.basis(), monthly.basis());
                case Grant.OneOff oneOff ->
                    compareIfTold(differences, new Text("计发方式", "the basis"), expected.basis(), oneOff.basis());
                case Grant.Identity identity -> codes.add(identity.code());
                case Grant.Document document -> codes.add(document.code());
                case Grant.Service service -> {
                    codes.add(service.code());
                    worth = worth.plus(service.monthly());
                }
            }
            if (!expected.persons().isEmpty()) {
                compare(
                        differences,
                        new Text("对象", "the persons"),
                        expected.persons().toString(),
                        grant.persons(),
                        String::valueOf);
            }
        }
        compareIfTold(
                differences,
                new Text("服务折合金额", "the worth of the services"),
                expected.amounts().worth(),
                worth.plain());
        if (!expected.codes().isEmpty()) {
            compare(
                    differences,
                    new Text("身份或服务", "the identities or services"),
                    expected.codes().toString(),
                    codes,
                    String::valueOf);
        }
    }

    private static void compareIfTold(List<String> differences, Text what, String expected, String found) {
        if (!expected.isEmpty()) {
            compare(differences, what, expected, found, String::valueOf);
        }
    }

    /** An amount that the example leaves out is nothing. */
    private static void compareAmount(List<String> differences, Text what, String expected, Money found) {
        compare(differences, what, expected.isEmpty() ? Money.ZERO.plain() : expected, found, Money::plain);
    }

    private static <T> void compare(
            List<String> differences,
            Text what,
            String expected,
            T found,
            java.util.function.Function<T, String> text) {
        if (!expected.equals(text.apply(found))) {
            differences.add("%1$s应为 %2$s，实为 %3$s · %4$s should be %2$s, but is %3$s"
                    .formatted(what.zh(), expected, text.apply(found), what.en()));
        }
    }

    private static List<String> citations(Determination answer) {
        return Stream.of(
                        answer.rules().stream().map(Determination.RuleFired::article),
                        answer.arithmetic().stream().map(Determination.Step::article),
                        answer.conditions().stream()
                                .filter(checked -> checked.met() == Determination.Met.NO)
                                .map(Determination.Checked::article))
                .flatMap(articles -> articles)
                .toList();
    }
}
