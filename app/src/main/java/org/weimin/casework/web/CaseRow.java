package org.weimin.casework.web;

import java.time.LocalDate;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Deadline;
import org.weimin.casework.internal.WorkLists;
import org.weimin.kernel.WorkCalendar;
import org.weimin.shell.Texts;

/** One line of a list of cases, as text. */
public record CaseRow(
        String href,
        String number,
        String matter,
        String applicant,
        String place,
        String status,
        String tone,
        Due due,
        String openedOn,
        String handler) {

    public String id() {
        return href.substring(href.lastIndexOf('/') + 1);
    }

    /** What is due next, and how many working days are left. */
    public record Due(String what, String on, String left, String tone, boolean provisional) {
        static final Due NOTHING = new Due("", "", "", "", false);
    }

    static CaseRow of(WorkLists.Row row, String matter, String place, LocalDate today, WorkCalendar calendar) {
        return new CaseRow(
                "/cases/" + row.id(),
                row.number(),
                matter,
                row.applicant(),
                place,
                Texts.t("casework.status." + row.status()),
                tone(row.status()),
                row.due()
                        .map(due -> due(due.kind(), due.on(), due.provisional(), today, calendar))
                        .orElse(Due.NOTHING),
                Texts.date(row.openedOn()),
                row.handler());
    }

    static Due due(String kind, LocalDate on, boolean provisional, LocalDate today, WorkCalendar calendar) {
        int left = calendar.workdaysBetween(today, on);
        boolean late = on.isBefore(today);
        String text = late
                ? Texts.t("casework.due.overdue", Math.max(1, -left))
                : left == 0 ? Texts.t("casework.due.today") : Texts.t("casework.due.left", left);
        boolean endsByItself = Deadline.Kind.valueOf(kind).endsByItself();
        String tone = endsByItself ? "info" : late ? "bad" : left <= 3 ? "warn" : "idle";
        return new Due(Texts.t("casework.deadline." + kind), Texts.date(on), text, tone, provisional);
    }

    static String tone(Status status) {
        return switch (status) {
            case ACCEPTING, ASSESSING, VISITING, REVIEWING, SUPPLEMENT, HEARING, WAITING, PAPERS -> "info";
            case PUBLICITY, FIRST_REVIEW, AWAITING_DECISION, ISSUING -> "warn";
            case DECIDED, PUBLISHED -> "ok";
            case ARCHIVED, WITHDRAWN -> "idle";
        };
    }
}
