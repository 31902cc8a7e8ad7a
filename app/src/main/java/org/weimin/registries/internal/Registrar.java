package org.weimin.registries.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.casework.Casework;
import org.weimin.casework.Citations;
import org.weimin.casework.Claim;
import org.weimin.casework.DecisionIssued;
import org.weimin.engine.Determination;
import org.weimin.engine.Output;
import org.weimin.engine.Pack;
import org.weimin.facts.FactItem;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Period;
import org.weimin.kernel.RegisterEntryId;
import org.weimin.policy.Policy;
import org.weimin.registries.RegisterEntry;
import org.weimin.registries.RegisterEntry.Status;

/** 登记员: enters what a decision hands over, and closes what a decision or two people take back. */
@Component
public class Registrar {
    private final EntryStore entries;
    private final Holders holders;
    private final Policy policy;
    private final Casework casework;
    private final Facts facts;
    private final BusinessClock clock;

    Registrar(EntryStore entries, Holders holders, Policy policy, Casework casework, Facts facts, BusinessClock clock) {
        this.entries = entries;
        this.holders = holders;
        this.policy = policy;
        this.casework = casework;
        this.facts = facts;
        this.clock = clock;
    }

    /** Aid that is granted anew takes the place of its earlier entry; other papers stand beside one another. */
    void enter(DecisionIssued event) {
        Pack pack = policy.pack(event.matter());
        List<Output> outputs = pack.matter().outputs().stream()
                .filter(output -> output.register().isPresent())
                .toList();
        if (!outputs.isEmpty() && pack.matter().isAid()) {
            entries.inForce(event.subject(), event.matter())
                    .forEach(earlier -> entries.close(earlier, Status.EXPIRED, clock.today()));
        }
        for (Output output : outputs) {
            RegisterEntry entry = entry(event, pack, output);
            entries.insert(entry);
            if (!pack.matter().isAid()) {
                give(pack, entry, "true", entry.valid());
            }
        }
    }

    /** The aid was ended: its papers are worth nothing any more. */
    void end(DecisionIssued event) {
        entries.inForce(event.subject(), event.matter()).forEach(this::revoke);
    }

    public void revoke(RegisterEntry entry) {
        LocalDate today = clock.today();
        entries.close(entry, Status.REVOKED, today);
        Pack pack = policy.pack(entry.origin().matter());
        if (!pack.matter().isAid()) {
            give(pack, entry, "false", Period.since(today));
        }
    }

    private RegisterEntry entry(DecisionIssued event, Pack pack, Output output) {
        Claim claim = casework.get(event.caseFile()).claim();
        Determination answer = casework.determination(event.determination());
        LocalDate today = clock.today();
        Output.Entry register = output.register().orElseThrow();
        Optional<LocalDate> until =
                output.expires() ? Optional.of(today.plusMonths(output.validMonths())) : Optional.empty();
        return new RegisterEntry(
                RegisterEntryId.next(),
                new RegisterEntry.Heading(
                        register.name(), entries.nextNumber(event.area(), register.code(), today), output.title()),
                holders.of(event.subject(), event.payee()),
                new RegisterEntry.Origin(
                        event.caseFile(),
                        claim.number(),
                        event.matter(),
                        claim.edition(),
                        output.template(),
                        holders.office(pack, event.area()),
                        Citations.of(answer, pack)),
                fields(output, event, answer),
                today,
                new Period(today, until),
                Status.IN_FORCE,
                event.area());
    }

    /** What the decision was made on goes before what else is known of the subject today. */
    private Map<String, String> fields(Output output, DecisionIssued event, Determination answer) {
        String person = answer.question().person();
        var known = facts.of(event.subject(), clock.today()).stream()
                .sorted(Comparator.comparingInt(
                        (FactItem fact) -> policy.packs().dictionary().rank(fact.source())))
                .toList();
        var fields = new LinkedHashMap<String, String>();
        for (String name : output.fields()) {
            answer.facts().stream()
                    .filter(used -> used.name().equals(name) && !used.isMissing())
                    .filter(used -> used.who().id().isEmpty() || used.who().id().equals(person))
                    .map(Determination.FactUsed::value)
                    .findFirst()
                    .or(() -> known.stream()
                            .filter(fact -> fact.name().equals(name))
                            .map(FactItem::value)
                            .findFirst())
                    .ifPresent(value -> fields.put(name, value));
        }
        return fields;
    }

    /** Other matters' rules ask for what the paper says, as long as it holds. */
    private void give(Pack pack, RegisterEntry entry, String value, Period period) {
        for (String fact : pack.matter().giving().facts()) {
            facts.record(new RecordFact(
                    entry.holder().subject(),
                    fact,
                    value,
                    period,
                    "REGISTER",
                    entry.heading().number()));
        }
    }
}
