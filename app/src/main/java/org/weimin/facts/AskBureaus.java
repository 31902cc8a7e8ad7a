package org.weimin.facts;

import java.util.List;
import java.util.Optional;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.WorkCalendar;

/**
 * 请求核对: ask the registers of other bureaus these items about these people, for one case and for nothing else.
 *
 * @param items ids of the catalogue of checks
 * @param calendar by which the bureaus' working days are counted
 */
public record AskBureaus(Purpose purpose, List<PersonId> persons, List<String> items, WorkCalendar calendar) {
    public AskBureaus {
        persons = List.copyOf(persons);
        items = List.copyOf(items);
    }

    /** 核对目的: the case, and the household whose members signed. */
    public record Purpose(CaseFileId caseFile, String caseNumber, Optional<HouseholdId> household, DivisionCode area) {}
}
