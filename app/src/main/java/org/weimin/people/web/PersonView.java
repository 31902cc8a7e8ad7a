package org.weimin.people.web;

import java.util.List;

/** What the page of one resident prints; empty text where there is nothing. */
public record PersonView(
        PersonLine person,
        Basics basics,
        List<Kin> kin,
        List<String> tags,
        String error,
        String today,
        boolean mayEdit,
        boolean mayReveal,
        boolean mayInvite,
        List<HouseholdView.Panel> panels) {
    /** Birth, death, account and household. */
    public record Basics(String birth, String diedOn, String account, String household) {}

    /** A relative and what the relative is. */
    public record Kin(String id, String name, String kind) {}
}
