package org.weimin.benefits.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.weimin.benefits.Recheck;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** The form that begins a recheck, and sets how often this aid is looked at. */
public record RecheckView(
        String id,
        String payeeName,
        String href,
        String place,
        String received,
        String reason,
        String on,
        boolean late,
        Choice choice) {
    /** What is chosen on it: who is paid from now on, and the class of review. */
    public record Choice(String payee, List<Option> payees, String reviewClass, List<Option> classes) {}

    /** The form on which a household says that something changed. */
    public record Report(String household, String name, String address, List<Option> received, List<Option> payees) {}

    static RecheckView of(Recheck asked, String place, String received, List<Option> payees, LocalDate today) {
        Recheck.Aid aid = asked.aid();
        return new RecheckView(
                asked.id().toString(),
                aid.payeeName(),
                RosterView.href(aid.subject()),
                place,
                received,
                Texts.t("benefits.recheck." + asked.reason()),
                Texts.date(asked.on()),
                asked.on().isBefore(today),
                new Choice(aid.payee().toString(), payees, aid.reviewClass(), classes()));
    }

    private static List<Option> classes() {
        return Stream.of("A", "B", "C")
                .map(each -> new Option(each, Texts.t("benefits.review." + each)))
                .toList();
    }
}
