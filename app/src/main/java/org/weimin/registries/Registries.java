package org.weimin.registries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.engine.FactsDictionary;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Refused;
import org.weimin.kernel.RegisterEntryId;
import org.weimin.kernel.Subject;
import org.weimin.policy.Policy;
import org.weimin.registries.RegisterChange.Kind;
import org.weimin.registries.internal.ChangeStore;
import org.weimin.registries.internal.EntryStore;
import org.weimin.registries.internal.Registrar;
import org.weimin.shell.PageOf;

/** 登记: the front desk of this room. */
@Service
@Transactional
public class Registries {
    private final EntryStore entries;
    private final ChangeStore changes;
    private final Registrar registrar;
    private final Policy policy;
    private final BusinessClock clock;
    private final Audit audit;

    Registries(
            EntryStore entries,
            ChangeStore changes,
            Registrar registrar,
            Policy policy,
            BusinessClock clock,
            Audit audit) {
        this.entries = entries;
        this.changes = changes;
        this.registrar = registrar;
        this.policy = policy;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public RegisterEntry get(RegisterEntryId id) {
        return entries.get(id);
    }

    @Transactional(readOnly = true)
    public PageOf<RegisterEntry> search(RegisterSearch search, int page) {
        return entries.search(search, Math.max(1, page));
    }

    /** Every entry that the search finds, for a workbook. */
    @Transactional(readOnly = true)
    public List<RegisterEntry> all(RegisterSearch search) {
        return entries.all(search);
    }

    /** How many entries each register has here. */
    @Transactional(readOnly = true)
    public Map<String, Long> registers() {
        return entries.count();
    }

    @Transactional(readOnly = true)
    public List<RegisterEntry> of(Subject subject) {
        return entries.of(subject);
    }

    @Transactional(readOnly = true)
    public List<RegisterChange> changes(RegisterEntryId entry) {
        return changes.of(entry);
    }

    /** One person asks, with the reason; nothing changes before another one has confirmed it. */
    public void askToRevoke(RegisterEntryId id, String reason) {
        ask(id, Kind.REVOKE, reason, Map.of());
    }

    /** Only what the paper prints can be corrected, and only to values that the dictionary allows. */
    public void askToAmend(RegisterEntryId id, String reason, Map<String, String> fields) {
        RegisterEntry entry = entries.get(id);
        FactsDictionary dictionary = policy.packs().dictionary();
        fields.forEach((name, value) -> {
            if (!entry.fields().containsKey(name)) {
                throw new Refused("registries.change.no-such-field", name);
            }
            dictionary.find(name).ifPresent(kind -> kind.parse(value));
        });
        if (fields.equals(entry.fields())) {
            throw new Refused("registries.change.nothing");
        }
        ask(id, Kind.AMEND, reason, fields);
    }

    private void ask(RegisterEntryId id, Kind kind, String reason, Map<String, String> fields) {
        RegisterEntry entry = entries.get(id);
        if (reason.isBlank()) {
            throw new Refused("registries.change.no-reason");
        }
        if (entry.status() != RegisterEntry.Status.IN_FORCE) {
            throw new Refused("registries.change.not-in-force", entry.heading().number());
        }
        Actor.Staff staff = Acting.staff();
        var asked = new RegisterChange.Asked(staff.id(), staff.name(), clock.today());
        if (!changes.ask(entry, kind, reason.strip(), fields, asked)) {
            throw new Refused("registries.change.open", entry.heading().number());
        }
        audit.changed("register.change-asked", id.value(), entry.area().value(), Map.of("kind", kind.name()));
    }

    public void confirm(RegisterEntryId id, UUID change) {
        RegisterChange asked = decide(id, change, RegisterChange.Status.CONFIRMED);
        RegisterEntry entry = entries.get(id);
        switch (asked.kind()) {
            case AMEND -> entries.amend(entry, asked.fields());
            case REVOKE -> registrar.revoke(entry);
        }
        audit.changed(
                "register.changed",
                id.value(),
                entry.area().value(),
                Map.of("kind", asked.kind().name(), "number", entry.heading().number()));
    }

    public void reject(RegisterEntryId id, UUID change) {
        decide(id, change, RegisterChange.Status.REJECTED);
    }

    private RegisterChange decide(RegisterEntryId id, UUID change, RegisterChange.Status status) {
        Actor.Staff staff = Acting.staff();
        RegisterChange asked = Optional.of(changes.get(change))
                .filter(found -> found.entry().equals(id))
                .orElseThrow(() -> new org.weimin.kernel.NotFound(change));
        if (asked.asked().by().equals(staff.id())) {
            throw new Refused("registries.change.same-person");
        }
        if (!changes.decide(change, status, staff.id(), staff.name(), clock.today())) {
            throw new Refused("registries.change.decided");
        }
        return asked;
    }
}
