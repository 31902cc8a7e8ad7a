package org.weimin.screening.web;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.weimin.access.Role;
import org.weimin.access.Staffing;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.Option;

/** 走访人: the officials of an area whom one may send. */
@Component
class Visitors {
    private static final Set<Role> GO_OUT = Set.of(Role.COMMUNITY_WORKER, Role.STREET_CLERK);
    private final Staffing staffing;

    Visitors(Staffing staffing) {
        this.staffing = staffing;
    }

    /** Whoever sits in the area or is responsible for it, within what the reader may see. */
    List<Option> of(DivisionCode area) {
        DivisionCode own = Acting.staff().area();
        return staffing.seats().stream()
                .filter(seat -> GO_OUT.contains(seat.post().role()))
                .filter(seat -> own.contains(seat.post().scope()))
                .filter(seat -> seat.post().scope().contains(area)
                        || area.contains(seat.post().scope()))
                .flatMap(seat -> seat.holder().stream()
                        .map(holder -> new Option(
                                holder.id().toString(),
                                holder.name() + " · " + seat.post().title())))
                .toList();
    }
}
