package org.weimin.engine.population;

import java.util.List;
import java.util.stream.Stream;

/** One edition's rules ready to be written as code: what is asked of a household, in the order in which it is asked. */
record Program(
        List<Unit> units,
        List<Refusal> refusals,
        List<Grant> grants,
        List<String> householdFacts,
        List<String> memberFacts) {
    /** A row of the table of refusals. */
    record Refusal(Node matches, String code) {}

    /** What a grant is worked out from. */
    record Grant(Node when, Node amount, Node basis, Node persons) {}

    /** Every node of every value. */
    Stream<Node> nodes() {
        return Stream.of(
                        units.stream().map(Unit::body),
                        refusals.stream().map(Refusal::matches),
                        grants.stream()
                                .flatMap(grant ->
                                        Stream.of(grant.when(), grant.amount(), grant.basis(), grant.persons())))
                .flatMap(roots -> roots)
                .flatMap(Program::withDescendants);
    }

    private static Stream<Node> withDescendants(Node node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(Program::withDescendants));
    }

    /** Whether the rules look at the members of the household as a list, beyond the one who may be judged. */
    boolean asksEverybody() {
        return nodes().anyMatch(Node.Everybody.class::isInstance);
    }

    /** Every fact that is read; a fact's place here is its bit among the missing. */
    List<String> facts() {
        return Stream.concat(householdFacts.stream(), memberFacts.stream()).toList();
    }
}
