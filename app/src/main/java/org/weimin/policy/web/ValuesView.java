package org.weimin.policy.web;

import static org.weimin.shell.Texts.either;
import static org.weimin.shell.Texts.t;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weimin.engine.Pack;
import org.weimin.engine.Parameter;
import org.weimin.engine.ResolvedValue;
import org.weimin.kernel.DivisionCode;
import org.weimin.policy.MatterSummary;
import org.weimin.policy.Series;
import org.weimin.shell.Option;

/** What the standards page prints: the matters, and every value of one place and day with its source. */
public record ValuesView(
        String place,
        String placeName,
        String on,
        List<Option> places,
        List<MatterRow> matters,
        List<Group> groups,
        boolean staff) {

    public record MatterRow(String id, String item, String title, String law, String editionFrom) {}

    /** The values of one matter. */
    public record Group(String id, String title, List<Row> rows) {
        /** What people ask for first: an amount of money, where there is one. */
        public Row main() {
            return rows.stream().filter(Row::isMoney).findFirst().orElseGet(rows::getFirst);
        }

        Group without(List<Row> others) {
            return new Group(
                    id,
                    title,
                    rows.stream().filter(row -> !others.contains(row)).toList());
        }
    }

    public record Row(
            String title,
            String value,
            String unit,
            String from,
            String setBy,
            String source,
            boolean example,
            boolean carriedOn,
            List<Series.Bar> series) {
        boolean isMoney() {
            return unit.equals(t("policy.unit.yuan"));
        }
    }

    /** Names a division code. */
    interface Names extends Function<DivisionCode, String> {}

    static List<MatterRow> matters(List<MatterSummary> catalogue) {
        return catalogue.stream()
                .map(matter -> new MatterRow(
                        matter.id().value(),
                        matter.item(),
                        either(matter.title().zh(), matter.title().en()),
                        String.join(
                                "；", matter.law().stream().map(String::valueOf).toList()),
                        matter.editionFrom().toString()))
                .toList();
    }

    static Group group(Pack pack, DivisionCode place, LocalDate on, Names names) {
        return new Group(
                pack.id().value(),
                either(pack.title().zh(), pack.title().en()),
                pack.parameters().stream()
                        .flatMap(parameter ->
                                parameter.find(place, on).stream().map(value -> row(parameter, value, names)))
                        .toList());
    }

    /** What most matters say alike is said once, in a group of its own; matters that pay money come first. */
    static List<Group> withoutRepeating(List<Group> groups) {
        Map<Row, Long> said = groups.stream()
                .flatMap(group -> group.rows().stream().distinct())
                .collect(Collectors.groupingBy(row -> row, LinkedHashMap::new, Collectors.counting()));
        List<Row> common = said.entrySet().stream()
                .filter(row -> row.getValue() > groups.size() / 2)
                .map(Map.Entry::getKey)
                .toList();
        return Stream.concat(
                        Stream.of(new Group("common", t("policy.values.common"), common)),
                        groups.stream().map(group -> group.without(common)))
                .filter(group -> !group.rows().isEmpty())
                .sorted(Comparator.comparing(group -> !group.main().isMoney()))
                .toList();
    }

    private static Row row(Parameter parameter, ResolvedValue value, Names names) {
        return new Row(
                either(parameter.title().zh(), parameter.title().en()),
                Series.shown(value.value()),
                t("policy.unit." + parameter.unit()),
                value.from().toString(),
                value.place().equals(DivisionCode.COUNTRY) ? t("policy.national") : names.apply(value.place()),
                value.source(),
                value.example(),
                value.carriedOn(),
                Series.of(parameter, value.place()));
    }
}
