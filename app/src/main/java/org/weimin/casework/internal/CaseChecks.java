package org.weimin.casework.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.AskFor;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Claim;
import org.weimin.casework.Deadline.Rest;
import org.weimin.casework.internal.Chronicle.Lane;
import org.weimin.engine.CheckItem;
import org.weimin.engine.Edition;
import org.weimin.engine.Form;
import org.weimin.engine.Pack;
import org.weimin.engine.Text;
import org.weimin.facts.AskBureaus;
import org.weimin.facts.CheckAnswered;
import org.weimin.facts.CheckConflict;
import org.weimin.facts.CheckOverdue;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.Checks;
import org.weimin.facts.SettleConflict;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.policy.Policy;

/** 核对: what a case asks of other bureaus, and what its assessor makes of the answers. */
@Component
@Transactional
public class CaseChecks {
    private final Desk desk;
    private final CaseFileStore files;
    private final Limits limits;
    private final Claimants claimants;
    private final Registers registers;
    private final Checks checks;

    /** Whose household somebody belongs to, and which days bureaus work. */
    @Component
    record Registers(People people, Policy policy) {}

    CaseChecks(Desk desk, CaseFileStore files, Limits limits, Claimants claimants, Registers registers, Checks checks) {
        this.desk = desk;
        this.files = files;
        this.limits = limits;
        this.claimants = claimants;
        this.registers = registers;
        this.checks = checks;
    }

    /** What can be asked about the case: everything that answers a fact of its form or its rules. */
    public List<CheckItem> needed(CaseFile file) {
        return checks.neededFor(facts(file.claim()));
    }

    public List<CheckRequest> requests(CaseFile file) {
        return checks.ofCase(file.id());
    }

    public List<CheckConflict> conflicts(CaseFile file) {
        return checks.conflictsOf(file.id());
    }

    /** Whether bureaus may be asked: while nothing is decided. */
    public boolean mayAsk(CaseFile file) {
        return file.decision().isEmpty() && !file.status().isClosed();
    }

    /** Asks everything that is needed and does not stand yet, about everybody who counts. Returns how many. */
    public int ask(CaseFileId id) {
        CaseFile file = desk.get(id);
        desk.impartialStaff(file);
        if (!mayAsk(file)) {
            throw new Refused("casework.checks.too-late");
        }
        List<PersonId> persons =
                claimants.party(file.claim()).people().stream().map(Person::id).toList();
        List<String> items = needed(file).stream().map(CheckItem::id).toList();
        var purpose = new AskBureaus.Purpose(
                file.id(),
                file.claim().number(),
                household(file.claim()),
                file.claim().area());
        int made = checks.ask(new AskBureaus(
                        purpose, persons, items, registers.policy().calendar()))
                .size();
        if (made > 0) {
            desk.note(file, Lane.CASE, "checks-asked", made);
        }
        restWhileWaiting(file);
        return made;
    }

    /** The open cases of the actor's area that are still being looked into, the oldest first. */
    @Transactional(readOnly = true)
    public List<CaseFileId> open() {
        return files.openInquiries();
    }

    /** 社会救助法 第四十八条 is not touched by this: a difference is settled before anything follows from it. */
    public void settle(CaseFileId id, UUID conflict, SettleConflict.Way way, String reason) {
        CaseFile file = desk.get(id);
        desk.impartialStaff(file);
        if (!checks.conflict(conflict).caseFile().equals(id)) {
            throw new NotFound(conflict);
        }
        checks.settle(new SettleConflict(conflict, way, reason));
        desk.note(file, Lane.CASE, "check-settled." + way, reason.strip());
    }

    /**
     * 社会救助法 第六十二条: a paper that is fetched by sharing is not demanded while no bureau was asked in vain.
     *
     * @param missing names of the facts that the applicant would have to prove
     */
    void demandNotShared(CaseFile file, List<String> missing) {
        for (Form.Material material : materials(file)) {
            boolean proves = material.shared()
                    && needed(file).stream()
                            .filter(item -> item.replaces().contains(material.id()))
                            .anyMatch(item -> missing.stream().anyMatch(name -> names(item, name)));
            if (proves) {
                checks.demandMayBeDemanded(file.id(), material.id());
            }
        }
    }

    /** What the form of the case asks for. */
    public List<Form.Material> materials(CaseFile file) {
        return edition(file.claim()).form().materials();
    }

    /** Everything that is to be told missing, in words; nothing of it may be something that is fetched by sharing. */
    Text mayBeAskedFor(CaseFile file, AskFor ask) {
        var asked = new ArrayList<Text>();
        for (Form.Material material : materials(file)) {
            boolean chosen = ask.materials().contains(material.id());
            if (material.shared()
                    && (chosen || ask.more().contains(material.title().zh()))) {
                checks.demandMayBeDemanded(file.id(), material.id());
            }
            if (chosen) {
                asked.add(material.title());
            }
        }
        ask.more()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Text::same)
                .forEach(asked::add);
        if (asked.isEmpty()) {
            throw new Refused("casework.accept.nothing-missing");
        }
        return new Text(CaseLetters.joined(asked, CaseLetters.CHINESE), CaseLetters.joined(asked, Locale.ENGLISH));
    }

    private static boolean names(CheckItem item, String missing) {
        return item.factNames().stream().anyMatch(name -> missing.equals(name) || missing.endsWith("." + name));
    }

    @EventListener
    void on(CheckAnswered event) {
        if (event.conflicts() > 0) {
            note(event.caseFile(), "check-differs", title(event.item()), event.conflicts());
        }
        if (event.late()) {
            note(event.caseFile(), "check-came-late", title(event.item()));
        }
        files.find(event.caseFile()).ifPresent(this::restWhileWaiting);
    }

    @EventListener
    void on(CheckOverdue event) {
        note(event.caseFile(), event.escalated() ? "check-escalated" : "check-late", title(event.item()));
        files.find(event.caseFile()).ifPresent(this::restWhileWaiting);
    }

    /** The limits rest for a bureau that has time left to answer, and not for one that is late. */
    private void restWhileWaiting(CaseFile file) {
        boolean waiting = checks.ofCase(file.id()).stream()
                .anyMatch(asked -> asked.status().isOpen() && !asked.isLateOn(desk.today()));
        if (waiting) {
            desk.pause(file, Rest.MEANS_CHECK_WAIT);
        } else {
            desk.resume(file, Rest.MEANS_CHECK_WAIT);
        }
    }

    private void note(CaseFileId id, String what, Object... details) {
        files.find(id).ifPresent(file -> desk.note(file, Lane.CASE, what, details));
    }

    private String title(String item) {
        return checks.item(item).title().zh();
    }

    private Optional<HouseholdId> household(Claim claim) {
        return switch (claim.subject()) {
            case Subject.OfHousehold(var household) -> Optional.of(household);
            case Subject.OfPerson(var person) -> registers.people().householdOf(person, desk.today());
            case Subject.OfOrganisation ignored -> Optional.empty();
        };
    }

    private Edition edition(Claim claim) {
        MatterId asked = claim.acts() == Pack.Acts.STOP ? claim.matter() : claim.pack();
        return limits.pack(asked).editionOn(desk.today());
    }

    /** The facts of the form, and every fact that the rules mention. */
    private Set<String> facts(Claim claim) {
        var pack = limits.pack(limits.pack(claim.matter()).assessedBy());
        Edition edition = pack.editionOn(desk.today());
        var names = new HashSet<String>();
        edition.form()
                .sections()
                .forEach(section ->
                        section.fields().forEach(field -> names.add(field.fact().name())));
        String rules = edition.file("rules.dmn").orElse("");
        names.addAll(List.of(rules.split("[^A-Za-z0-9]+", -1)));
        return names;
    }
}
