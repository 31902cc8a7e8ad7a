package org.weimin.facts.web;

import java.util.List;

/** What the facts panel of the household page prints: the household's own facts, then each member's. */
public record FactsView(String household, boolean mayRecord, List<Group> groups) {
    /** The facts of one subject. */
    public record Group(String label, String subject, List<FactLine> facts) {}
}
