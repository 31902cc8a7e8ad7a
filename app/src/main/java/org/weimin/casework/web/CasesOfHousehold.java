package org.weimin.casework.web;

import org.springframework.stereotype.Component;
import org.weimin.casework.Casework;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Subject;
import org.weimin.shell.Texts;

/** The cases of a household, for its page. */
@Component
class CasesOfHousehold {
    private final Casework casework;

    CasesOfHousehold(Casework casework) {
        this.casework = casework;
    }

    CaseView.Panel view(HouseholdId household) {
        return new CaseView.Panel(casework.ofSubject(new Subject.OfHousehold(household)).stream()
                .map(file -> new CaseView.PanelLine(
                        "/cases/" + file.id(),
                        file.claim().number(),
                        Texts.t("casework.acts." + file.claim().acts()),
                        Texts.t("casework.status." + file.status()),
                        CaseRow.tone(file.status()),
                        Texts.date(file.claim().openedOn())))
                .toList());
    }
}
