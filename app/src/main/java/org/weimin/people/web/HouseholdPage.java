package org.weimin.people.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.weimin.audit.Audit;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.HouseholdAction;
import org.weimin.people.HouseholdPanel;
import org.weimin.people.People;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Templates;
import org.weimin.shell.Texts;

/** 家庭页: who lives together, and whatever other rooms know of them and offer to do for them. */
@Controller
class HouseholdPage {
    private final People people;
    private final Divisions divisions;
    private final Audit audit;
    private final BusinessClock clock;
    private final Templates templates;
    private final Contributions contributions;

    HouseholdPage(
            People people,
            Divisions divisions,
            Audit audit,
            BusinessClock clock,
            Templates templates,
            Contributions contributions) {
        this.people = people;
        this.divisions = divisions;
        this.audit = audit;
        this.clock = clock;
        this.templates = templates;
        this.contributions = contributions;
    }

    @GetMapping("/households/{id}")
    @Requires("people.view")
    Page household(@PathVariable String id) {
        HouseholdId household = HouseholdId.of(id);
        LocalDate today = clock.today();
        Household found = people.household(household, today);
        audit.looked("household", new Subject.OfHousehold(household), "household page");
        return Page.of(
                "people/household",
                HouseholdView.of(
                        found,
                        divisions.fullName(found.area()),
                        today,
                        contributions.actionsFor(household),
                        panels(household),
                        Acting.current()));
    }

    private List<HouseholdView.Panel> panels(HouseholdId household) {
        return contributions.panels().stream()
                .map(panel -> new HouseholdView.Panel(
                        Texts.t(panel.titleKey()),
                        new String(
                                templates.render(panel.template(), panel.view().apply(household)),
                                StandardCharsets.UTF_8)))
                .toList();
    }

    /** The panels and actions of all rooms that the present actor may see, in their order. */
    @org.springframework.stereotype.Component
    static class Contributions {
        private final ObjectProvider<HouseholdPanel> panels;
        private final ObjectProvider<HouseholdAction> actions;

        Contributions(ObjectProvider<HouseholdPanel> panels, ObjectProvider<HouseholdAction> actions) {
            this.panels = panels;
            this.actions = actions;
        }

        List<HouseholdPanel> panels() {
            return panels.stream()
                    .filter(panel -> Acting.current().may(panel.permission()))
                    .sorted(Comparator.comparingInt(HouseholdPanel::order))
                    .toList();
        }

        List<HouseholdView.Action> actionsFor(HouseholdId household) {
            return actions.stream()
                    .filter(action -> Acting.current().may(action.permission()))
                    .sorted(Comparator.comparingInt(HouseholdAction::order))
                    .map(action -> new HouseholdView.Action(Texts.t(action.key()), action.hrefFor(household)))
                    .toList();
        }
    }
}
