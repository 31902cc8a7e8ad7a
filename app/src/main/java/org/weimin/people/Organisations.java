package org.weimin.people;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.OrganisationId;
import org.weimin.kernel.Refused;
import org.weimin.people.internal.OrganisationStore;
import org.weimin.shell.PageOf;

/** 组织名录: the front desk for bodies; what lies outside the actor's area is not found. */
@Service
@Transactional
public class Organisations {
    private final OrganisationStore store;
    private final People people;
    private final Divisions divisions;
    private final Audit audit;

    Organisations(OrganisationStore store, People people, Divisions divisions, Audit audit) {
        this.store = store;
        this.people = people;
        this.divisions = divisions;
        this.audit = audit;
    }

    public Organisation get(OrganisationId id) {
        return store.get(id);
    }

    /** By parts of the name, pinyin initials, or the whole credit code; everything where nothing is asked. */
    public PageOf<Organisation> search(String query, int page) {
        return store.search(query, Math.max(1, page), PageOf.SIZE);
    }

    public OrganisationId register(RegisterOrganisation command) {
        people.person(command.representative());
        DivisionCode area = divisions.areaOf(command.place());
        OrganisationId id = store.insert(command, area)
                .orElseThrow(() -> new Refused(
                        "people.organisation.known", command.creditCode().orElseThrow()));
        audit.changed("people.organisation", id.value(), area.value(), Map.of("name", command.name()));
        return id;
    }

    /** The code that the registering office gave; what has one keeps it. */
    public void giveCode(OrganisationId id, org.weimin.kernel.CreditCode code) {
        Organisation known = get(id);
        if (!store.giveCode(id, code)) {
            throw new Refused("people.organisation.has-code", known.name());
        }
        audit.changed("people.organisation", id.value(), known.area().value(), Map.of("code", code.value()));
    }
}
