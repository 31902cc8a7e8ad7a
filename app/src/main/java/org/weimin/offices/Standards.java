package org.weimin.offices;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.divisions.OrgUnit;
import org.weimin.engine.Parameter;
import org.weimin.engine.ResolvedValue;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.offices.internal.VillageStore;
import org.weimin.policy.Policy;

/** 机构标准: what a place asks of its offices ({@code packs/_shared/offices.yaml}), held against each of them. */
@Service
@Transactional(readOnly = true)
public class Standards {
    private final Policy policy;
    private final VillageStore villages;
    private final Territories territories;
    private final BusinessClock clock;

    Standards(Policy policy, VillageStore villages, Territories territories, BusinessClock clock) {
        this.policy = policy;
        this.villages = villages;
        this.territories = territories;
        this.clock = clock;
    }

    /** Every requirement by the value of the day on which the office is looked at; a bureau serves no residents. */
    public List<Standard> of(Office office, long residents) {
        return Arrays.stream(Standard.Item.values())
                .filter(item -> item != Standard.Item.RESIDENTS || office.unit().kind() == OrgUnit.Kind.STREET_OFFICE)
                .map(item -> {
                    ResolvedValue asked =
                            parameter(item.parameter()).on(office.unit().area(), office.asOf());
                    BigDecimal needs = new BigDecimal(asked.value());
                    return new Standard(
                            item,
                            Standard.has(item, office, residents),
                            item == Standard.Item.COMPUTERS
                                    ? needs.multiply(new BigDecimal(
                                            Math.max(1, office.members().size())))
                                    : needs,
                            asked);
                })
                .toList();
    }

    /** Who lives there today, by the town whose office answers for them. */
    public Map<DivisionCode, Long> residents(DivisionCode place) {
        return territories.byTown(villages.residents(place));
    }

    public Parameter parameter(String name) {
        Parameter found = policy.packs().offices().get(name);
        if (found == null) {
            throw new NotFound(name);
        }
        return found;
    }

    /** A parameter's figure at a place today. */
    public BigDecimal figure(String name, DivisionCode place) {
        return new BigDecimal(parameter(name).on(place, clock.today()).value());
    }
}
