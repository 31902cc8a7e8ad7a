package org.weimin.people.web;

import static org.weimin.shell.Texts.t;

import java.time.LocalDate;
import java.util.List;
import org.weimin.kernel.Actor;
import org.weimin.people.Household;

/** What the household page prints. */
public record HouseholdView(
        String headName,
        String place,
        String address,
        int counted,
        boolean mayReveal,
        List<MemberLine> members,
        List<Action> actions,
        List<Panel> panels) {
    /** One member of the household. */
    public record MemberLine(
            PersonLine person, String relation, String since, boolean counted, String excludedReason) {}

    /** One thing that some room offers to do for the household. */
    public record Action(String label, String href) {}

    /** What another room shows, already rendered and escaped by its own template. */
    public record Panel(String title, String html) {}

    static HouseholdView of(
            Household household, String place, LocalDate today, List<Action> actions, List<Panel> panels, Actor actor) {
        var members = household.members().stream()
                .map(member -> new MemberLine(
                        PersonLine.of(member.person(), place, today),
                        t("people.relation." + member.relation()),
                        member.since().from().toString(),
                        member.counted(),
                        member.excludedReason()))
                .toList();
        return new HouseholdView(
                household
                        .member(household.head())
                        .map(head -> head.person().name())
                        .orElse(""),
                place,
                household.address(),
                (int) household.members().stream()
                        .filter(Household.Member::counted)
                        .filter(member -> member.person().isAliveOn(today))
                        .count(),
                actor.may("people.reveal"),
                members,
                actions,
                panels);
    }
}
