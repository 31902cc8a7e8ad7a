package org.weimin.casework.web;

import java.util.List;

/** What is done to several cases, or was; and to which of them not. */
public record BatchView(String batch, String title, boolean asksOpinion, List<Line> ready, List<Line> refused) {
    /** One case, and why it is left out. */
    public record Line(CaseView.Head head, String why) {}
}
