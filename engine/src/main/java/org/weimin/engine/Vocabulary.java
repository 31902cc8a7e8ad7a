package org.weimin.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names a pack's rules may use: facts, parameters, the members and the day the rules are asked about. */
record Vocabulary(FactsDictionary dictionary, Map<String, Parameter> parameters) {
    static final String MEMBERS = "members";
    static final String AS_OF = "asOf";
    /** The last day of the month that is asked about: what turns with a birthday often turns for its whole month. */
    static final String MONTH_END = "monthEnd";
    /** The member who is judged, in a matter that judges persons. */
    static final String PERSON = "person";
    /** What a case brings besides facts and parameters. */
    static final List<String> CASE = List.of(PERSON, MEMBERS, AS_OF, MONTH_END);

    Type inputType(String where, String name) {
        Optional<FactKind> fact = householdFact(name);
        Parameter parameter = parameters.get(name);
        if (fact.isPresent() && parameter != null) {
            throw Faults.overlap(where, name + " is a fact and a parameter");
        }
        if (parameter != null) {
            return parameter.type();
        }
        return switch (name) {
            case MEMBERS -> Type.MEMBERS;
            case AS_OF, MONTH_END -> Type.DATE;
            case PERSON -> Type.MEMBER;
            default -> fact.map(FactKind::feelType).orElseThrow(() -> Faults.unknownName(where, name));
        };
    }

    Optional<FactKind> householdFact(String name) {
        return dictionary.find(name).filter(kind -> !kind.ofMember());
    }

    FactKind memberFact(String where, String name) {
        return dictionary.find(name).filter(FactKind::ofMember).orElseThrow(() -> Faults.unknownName(where, name));
    }

    /** The closed list of values of a fact, empty when there is none. */
    List<String> choices(String fact) {
        return dictionary
                .find(fact)
                .map(kind -> kind.choices().stream().map(FactKind.Choice::value).toList())
                .orElse(List.of());
    }

    static Type typeRef(String where, String typeRef) {
        return switch (typeRef) {
            case "tMember" -> Type.MEMBER;
            case "tMembers" -> Type.MEMBERS;
            case "tYuan" -> Type.MONEY;
            case "number", "string", "boolean", "date" -> Type.named(typeRef);
            default -> throw Faults.unsupported(where, "type " + typeRef);
        };
    }
}
