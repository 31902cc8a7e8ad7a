package org.weimin.casework.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.internal.CaseFilter.Whose;
import org.weimin.casework.internal.WorkList;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.policy.Policy;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** What can be asked for in the form above the list of cases. */
@Component
class CaseChoices {
    private final Policy policy;
    private final Divisions divisions;
    private final BusinessClock clock;

    CaseChoices(Policy policy, Divisions divisions, BusinessClock clock) {
        this.policy = policy;
        this.divisions = divisions;
        this.clock = clock;
    }

    CasesView.Choices all() {
        return new CasesView.Choices(
                texts("casework.whose.", Whose.values()),
                texts("casework.list.", WorkList.values()),
                policy.packs().list().stream()
                        .map(pack -> new Option(
                                pack.id().value(),
                                Texts.either(pack.title().zh(), pack.title().en())))
                        .toList(),
                texts("casework.status.", Status.values()),
                places());
    }

    /** The places right below the own area. */
    private List<Option> places() {
        return divisions.children(Acting.staff().area(), clock.today()).stream()
                .map(place -> new Option(place.code().value(), place.name()))
                .toList();
    }

    private static List<Option> texts(String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), Texts.t(prefix + value)))
                .toList();
    }
}
