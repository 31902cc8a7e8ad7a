package org.weimin.people.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.Option;

/** 所在地选项: where this post may register somebody: its own area and what lies directly in it. */
@Component
class Places {
    private final Divisions divisions;
    private final BusinessClock clock;

    Places(Divisions divisions, BusinessClock clock) {
        this.divisions = divisions;
        this.clock = clock;
    }

    List<Option> options() {
        DivisionCode own = Acting.staff().area();
        var places = new ArrayList<Option>();
        places.add(new Option(own.value(), divisions.shortName(own)));
        divisions
                .children(own, clock.today())
                .forEach(child -> places.add(new Option(child.code().value(), child.name())));
        return places;
    }

    Optional<DivisionCode> find(String typed) {
        return options().stream()
                .map(Option::value)
                .filter(typed::equals)
                .map(DivisionCode::new)
                .findFirst();
    }
}
