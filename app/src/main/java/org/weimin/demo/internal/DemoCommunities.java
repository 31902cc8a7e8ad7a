package org.weimin.demo.internal;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.access.Role;
import org.weimin.divisions.Communities;
import org.weimin.divisions.CommunityKind;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;

/** 社区类型: which streets of the demo county are old town, new town or large estates; an example, not a survey. */
@Component
class DemoCommunities {
    private static final Map<DivisionCode, CommunityKind> EXAMPLE = Map.of(
            new DivisionCode("310117001"), CommunityKind.MATURE,
            new DivisionCode("310117003"), CommunityKind.NEW_TOWN,
            new DivisionCode("310117102"), CommunityKind.LARGE_ESTATE,
            new DivisionCode("310117107"), CommunityKind.TOWN_ADMINISTERED);
    private final Communities communities;
    private final Officials officials;
    private final BusinessClock clock;

    DemoCommunities(Communities communities, Officials officials, BusinessClock clock) {
        this.communities = communities;
        this.officials = officials;
        this.clock = clock;
    }

    /** Villages stay villages, wherever they lie. */
    void classify() {
        EXAMPLE.forEach((town, kind) -> Acting.as(
                officials.one(Role.COUNTY_OFFICER, DemoLoad.SONGJIANG),
                () -> communities.say(
                        communities.list(town, clock.today()).stream()
                                .filter(each -> each.kind() == CommunityKind.URBAN)
                                .collect(
                                        Collectors.toMap(each -> each.division().code(), each -> kind)),
                        clock.today().withDayOfYear(1))));
    }
}
