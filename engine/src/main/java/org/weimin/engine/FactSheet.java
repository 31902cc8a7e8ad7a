package org.weimin.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 事实清单: all that is known of one household on one day. What is not in it is unknown, never zero. */
public record FactSheet(List<Fact> household, List<List<Fact>> members) {
    public FactSheet {
        household = List.copyOf(household);
        members = members.stream().map(List::copyOf).toList();
    }

    /** The same sheet with a fact of the household in place of what it said before. */
    public FactSheet with(Fact fact) {
        return new FactSheet(with(household, fact), members);
    }

    /** The same sheet with a fact of one member, by id, in place of what it said before. */
    public FactSheet with(String person, Fact fact) {
        List<String> persons = persons();
        return new FactSheet(
                household,
                IntStream.range(0, members.size())
                        .mapToObj(i -> persons.get(i).equals(person) ? with(members.get(i), fact) : members.get(i))
                        .toList());
    }

    /** The same sheet, with what a form will still ask left open: silence must not be read as an answer. */
    public FactSheet awaiting(Form form) {
        FactSheet sheet = this;
        for (Form.Section section : form.sections()) {
            List<String> asked = section.perMember() ? persons() : List.of("");
            for (Form.Field field : section.fields()) {
                for (String person : asked) {
                    sheet = sheet.find(field.fact(), person).isPresent() ? sheet : sheet.open(field.fact(), person);
                }
            }
        }
        return sheet;
    }

    private FactSheet open(FactKind kind, String person) {
        Fact open = Fact.unsettled(kind.name(), "DECLARED", "");
        return kind.ofMember() ? with(person, open) : with(open);
    }

    /** What the sheet says of one member. */
    public Optional<Fact> find(String person, String name) {
        int row = persons().indexOf(person);
        return row < 0
                ? Optional.empty()
                : members.get(row).stream()
                        .filter(fact -> fact.name().equals(name))
                        .findFirst();
    }

    /** What the sheet says of a member, or of the household where the fact is the household's. */
    Optional<Fact> find(FactKind kind, String person) {
        return kind.ofMember()
                ? find(person, kind.name())
                : household.stream()
                        .filter(fact -> fact.name().equals(kind.name()))
                        .findFirst();
    }

    /** The ids of the members in their order; who has none is called by the place. */
    public List<String> persons() {
        return IntStream.range(0, members.size())
                .mapToObj(i -> members.get(i).stream()
                        .filter(fact -> fact.name().equals("person"))
                        .map(fact -> String.valueOf(fact.value()))
                        .findFirst()
                        .orElse("#" + (i + 1)))
                .toList();
    }

    private static List<Fact> with(List<Fact> facts, Fact fact) {
        return Stream.concat(facts.stream().filter(other -> !other.name().equals(fact.name())), Stream.of(fact))
                .toList();
    }
}
