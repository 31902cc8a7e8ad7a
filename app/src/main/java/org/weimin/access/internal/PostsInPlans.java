package org.weimin.access.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.access.Role;
import org.weimin.access.Seat;
import org.weimin.divisions.Conflict;
import org.weimin.divisions.PlaceList;
import org.weimin.divisions.Plan;
import org.weimin.divisions.PlanCheck;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.Texts;

/** What a change of divisions does to posts: two leaders of one new town, and posts that are lent over the day. */
@Configuration(proxyBeanMethods = false)
class PostsInPlans {
    @Bean
    static PlanCheck postsInPlans(PostStore posts, DeputyStore deputies, BusinessClock clock) {
        return new PlanCheck("access", plan -> {
            List<Seat> seats = posts.seats(clock.today());
            var conflicts = new ArrayList<>(twoLeaders(plan, seats));
            seats.stream()
                    .filter(seat -> plan.redrawing().ends(seat.post().scope()))
                    .filter(seat -> deputies.isLent(seat.post().id(), plan.on()))
                    .forEach(seat -> conflicts.add(
                            Conflict.mind("access.conflict.lent", seat.post().title(), plan.on())));
            return conflicts;
        });
    }

    @Bean
    static PlaceList postsOfAPlace() {
        return new PlaceList(
                "access.post",
                "divisions.plans",
                "SELECT id, title AS label, role AS detail FROM access.post WHERE scope = :place",
                "",
                role -> Texts.t("access.role." + role));
    }

    private static List<Conflict> twoLeaders(Plan plan, List<Seat> seats) {
        var leaders = new TreeMap<DivisionCode, List<String>>();
        for (Seat seat : seats) {
            DivisionCode scope = seat.post().scope();
            if (seat.post().role() == Role.STREET_LEADER
                    && plan.redrawing().lines().containsKey(scope)) {
                seat.holder()
                        .ifPresent(holder -> leaders.computeIfAbsent(
                                        plan.redrawing().after(scope), code -> new ArrayList<>())
                                .add(holder.name()));
            }
        }
        return leaders.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(each -> Conflict.mind(
                        "access.conflict.leaders",
                        plan.redrawing().names().getOrDefault(each.getKey(), ""),
                        String.join("、", each.getValue())))
                .toList();
    }
}
