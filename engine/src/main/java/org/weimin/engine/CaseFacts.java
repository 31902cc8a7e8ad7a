package org.weimin.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weimin.engine.Determination.FactUsed;
import org.weimin.engine.Determination.Who;
import org.weimin.kernel.NotFound;

/** One case's facts by name: known, absent with a meaning, or unknown; each is traced when it is asked for. */
final class CaseFacts {
    private final FactsDictionary dictionary;
    private final Trace trace;
    private final Map<String, Fact> household;
    private final List<Map<String, Fact>> members = new ArrayList<>();

    CaseFacts(FactsDictionary dictionary, FactSheet sheet, Trace trace) {
        this.dictionary = dictionary;
        this.trace = trace;
        this.household = byName(sheet.household());
        sheet.members().forEach(member -> members.add(byName(member)));
    }

    private Map<String, Fact> byName(List<Fact> facts) {
        var byName = new LinkedHashMap<String, Fact>();
        for (Fact fact : facts) {
            FactKind kind = dictionary.get(fact.name());
            if (fact.isSettled()) {
                kind.check(fact.value());
            }
            byName.put(fact.name(), fact);
        }
        return byName;
    }

    Value household(String name) {
        return value(name, household.get(name), Who.HOUSEHOLD);
    }

    Value ofMember(int index, String name) {
        return value(name, members.get(index).get(name), who(index));
    }

    Value members() {
        var items = new ArrayList<Value>();
        for (int i = 0; i < members.size(); i++) {
            items.add(new Value.Member(i));
        }
        return new Value.Items(items);
    }

    Who who(int index) {
        return new Who(text(index, "person"), text(index, "name"));
    }

    /** The place of a member, by id. */
    int indexOf(String person) {
        for (int i = 0; i < members.size(); i++) {
            if (who(i).id().equals(person)) {
                return i;
            }
        }
        throw new NotFound(person);
    }

    private String text(int index, String name) {
        Fact fact = members.get(index).get(name);
        return fact == null ? "#" + (index + 1) : String.valueOf(fact.value());
    }

    private Value value(String name, @Nullable Fact fact, Who who) {
        FactKind kind = dictionary.get(name);
        if (fact != null && !fact.isSettled()) {
            return unknown(kind, who, fact);
        }
        if (fact != null) {
            Value value = Value.of(kind.inFen(fact.value()));
            trace.used(new FactUsed(
                    name, kind.title(), who, value.plain(), kind.show(fact.value()), fact.source(), fact.evidence()));
            return value;
        }
        if (kind.absent().isPresent()) {
            FactKind.Absence absence = kind.absent().get();
            Object value = kind.inFen(kind.parse(absence.value()));
            trace.used(new FactUsed(
                    name,
                    kind.title(),
                    who,
                    Value.of(value).plain(),
                    kind.show(value),
                    absence.because().zh(),
                    ""));
            return Value.of(value);
        }
        return unknown(kind, who, new Fact(name, Fact.Unsettled.UNSETTLED, "", ""));
    }

    private Value unknown(FactKind kind, Who who, Fact fact) {
        Text shown = new Text("未知", "unknown");
        trace.used(new FactUsed(fact.name(), kind.title(), who, "", shown, fact.source(), fact.evidence()));
        return new Value.Unknown(
                new java.util.TreeSet<>(Set.of(fact.name())),
                kind.atLeast().map(Range::atLeast).orElse(Range.ANY));
    }
}
