package org.weimin.eligibility.web;

import org.weimin.eligibility.Explanation;

/** What the trial page prints. */
public record TrialView(String household, String head, Explanation explanation) {}
