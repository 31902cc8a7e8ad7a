package org.weimin.casework.web;

import java.util.List;
import java.util.Optional;
import org.weimin.casework.Deliberation;
import org.weimin.casework.internal.DeliberationStore;
import org.weimin.shell.Texts;

/** What a case's page prints of a democratic review; no line where none was held. */
public record DeliberationView(List<CaseView.Pair> lines, String result, String tone) {
    private static final DeliberationView NONE = new DeliberationView(List.of(), "", "");

    static DeliberationView of(Optional<DeliberationStore.Held> last) {
        return last.map(DeliberationView::of).orElse(NONE);
    }

    static String result(DeliberationStore.Held held) {
        Deliberation.Votes votes = held.deliberation().votes();
        return Texts.t(
                held.passed() ? "casework.deliberation.passed" : "casework.deliberation.rejected",
                votes.inFavour(),
                votes.cast());
    }

    private static DeliberationView of(DeliberationStore.Held held) {
        Deliberation sitting = held.deliberation();
        Deliberation.Panel panel = sitting.panel();
        return new DeliberationView(
                List.of(
                        line("casework.deliberation.held", Texts.date(sitting.heldOn()) + "　" + sitting.place()),
                        line("casework.deliberation.chair", sitting.chair()),
                        line("casework.deliberation.residents", String.join("、", panel.residents())),
                        line("casework.deliberation.committee", String.join("、", panel.committee())),
                        line("casework.deliberation.others", String.join("、", panel.others())),
                        line("casework.deliberation.absent", String.join("、", panel.absent())),
                        line(
                                "casework.deliberation.votes",
                                Texts.t(
                                        "casework.deliberation.counted",
                                        sitting.votes().inFavour(),
                                        sitting.votes().against(),
                                        sitting.votes().abstained())),
                        line("casework.deliberation.minutes", sitting.minutes())),
                result(held),
                held.passed() ? "ok" : "warn");
    }

    private static CaseView.Pair line(String key, String value) {
        return new CaseView.Pair(Texts.t(key), value.isEmpty() ? Texts.t("casework.deliberation.nobody") : value);
    }
}
