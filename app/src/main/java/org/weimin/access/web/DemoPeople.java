package org.weimin.access.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.weimin.access.Role;
import org.weimin.access.Seat;
import org.weimin.access.Staffing;
import org.weimin.access.web.SignInView.DemoGroup;
import org.weimin.access.web.SignInView.DemoPerson;
import org.weimin.shell.Texts;

/** The people of a demo county, by role. This bean does not exist in a real office. */
@Component
@ConditionalOnProperty(name = "weimin.kind", havingValue = "demo")
class DemoPeople {
    private final Staffing staffing;

    DemoPeople(Staffing staffing) {
        this.staffing = staffing;
    }

    List<DemoGroup> groups() {
        var seats = staffing.seats();
        return Arrays.stream(Role.values())
                .map(role -> group(role, seats))
                .filter(group -> !group.people().isEmpty())
                .toList();
    }

    private static DemoGroup group(Role role, List<Seat> seats) {
        return new DemoGroup(
                Texts.t("access.role." + role),
                seats.stream()
                        .filter(seat -> seat.post().role() == role)
                        .sorted(Comparator.comparing(seat -> seat.post().id().value())) // in the order they were made
                        .flatMap(seat -> seat.holder().stream()
                                .map(holder -> new DemoPerson(
                                        holder.id().toString(),
                                        seat.post().id().toString(),
                                        holder.name(),
                                        seat.post().title())))
                        .toList());
    }
}
