package org.weimin.people.web;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.Acting;
import org.weimin.kernel.CreditCode;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.OrganisationId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.Organisation;
import org.weimin.people.OrganisationPanel;
import org.weimin.people.Organisations;
import org.weimin.people.People;
import org.weimin.people.RegisterOrganisation;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Templates;
import org.weimin.shell.Texts;

/** 组织: finding one, registering one, and the page on which other rooms show what they know of it. */
@Controller
class OrganisationPage {
    private final Organisations organisations;
    private final People people;
    private final Divisions divisions;
    private final Places places;
    private final Templates templates;
    private final ObjectProvider<OrganisationPanel> panels;

    OrganisationPage(
            Organisations organisations,
            People people,
            Divisions divisions,
            Places places,
            Templates templates,
            ObjectProvider<OrganisationPanel> panels) {
        this.organisations = organisations;
        this.people = people;
        this.divisions = divisions;
        this.places = places;
        this.templates = templates;
        this.panels = panels;
    }

    /** What is typed into the form. */
    public record Typed(
            String name, String code, String kind, String identity, String phone, String address, String place) {
        static final Typed NOTHING = new Typed("", "", "", "", "", "", "");

        /** A box that a request leaves out is an empty one. */
        public Typed {
            name = said(name);
            code = said(code);
            kind = said(kind);
            identity = said(identity);
            phone = said(phone);
            address = said(address);
            place = said(place);
        }

        private static String said(@Nullable String box) {
            return box == null ? "" : box;
        }
    }

    @GetMapping("/people/organisations")
    @Requires("people.search")
    Page search(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        PageOf<Organisation> found = organisations.search(q, Math.clamp(page, 1, 1_000));
        var lines = found.rows().stream().map(this::line).toList();
        return Page.of(
                "people/organisations",
                new OrganisationView.Found(
                        q.strip(),
                        new PageOf<>(lines, found.number(), found.size(), found.total()),
                        Acting.current().may("people.edit")));
    }

    @GetMapping("/people/organisations/{id}")
    @Requires("people.view")
    Page show(@PathVariable String id) {
        Organisation body = organisations.get(OrganisationId.of(id));
        return Page.of(
                "people/organisation",
                new OrganisationView.Whole(
                        line(body),
                        "/people/" + body.representative(),
                        people.person(body.representative()).name(),
                        Acting.current().may("intake.apply"),
                        shown(body.id())));
    }

    @GetMapping("/people/organisations/new")
    @Requires("people.edit")
    Page form() {
        return Page.of("people/organisationForm", new OrganisationView.Form(Typed.NOTHING, places.options(), ""));
    }

    @PostMapping("/people/organisations")
    @Requires("people.edit")
    Page register(@ModelAttribute Typed typed) {
        try {
            return Page.redirect(
                    "/people/organisations/" + organisations.register(command(typed)),
                    "people.organisation.done",
                    typed.name());
        } catch (Refused refused) {
            String why = Texts.t(refused);
            return Page.invalid("people/organisationForm", new OrganisationView.Form(typed, places.options(), why));
        }
    }

    private RegisterOrganisation command(Typed typed) {
        IdentityNumber identity = IdentityNumber.of(typed.identity());
        PersonId representative = people.byIdentity(identity)
                .orElseThrow(() -> new Refused("people.organisation.representative-unknown", identity.masked()));
        Organisation.Kind kind = java.util.Arrays.stream(Organisation.Kind.values())
                .filter(each -> each.name().equals(typed.kind()))
                .findFirst()
                .orElseThrow(() -> new Refused("people.organisation.kind-missing"));
        DivisionCode place =
                places.find(typed.place()).orElseThrow(() -> new Refused("people.organisation.place-missing"));
        return new RegisterOrganisation(
                typed.name(),
                typed.code().isBlank() ? Optional.empty() : Optional.of(CreditCode.of(typed.code())),
                kind,
                representative,
                typed.phone(),
                typed.address(),
                place);
    }

    private OrganisationView.Line line(Organisation body) {
        return OrganisationView.Line.of(body, divisions.shortName(body.area()));
    }

    private List<HouseholdView.Panel> shown(OrganisationId id) {
        return panels.stream()
                .filter(panel -> Acting.current().may(panel.permission()))
                .sorted(Comparator.comparingInt(OrganisationPanel::order))
                .map(panel -> new HouseholdView.Panel(
                        Texts.t(panel.titleKey()),
                        new String(
                                templates.render(panel.template(), panel.view().apply(id)), StandardCharsets.UTF_8)))
                .toList();
    }
}
