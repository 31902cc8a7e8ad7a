package org.weimin.divisions.web;

import java.util.List;

/** What the list of plans prints. */
public record PlansView(List<PlanView.Head> plans, Form form, boolean mayDraft) {
    /** What was typed, and what is wrong with it. */
    public record Form(String title, String document, String reason, String on, String error) {}
}
