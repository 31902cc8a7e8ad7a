package org.weimin.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;

/** 本地待遇关系: the table of overlaps with the limits and shares of one place on one day. */
public final class Terms {
    private final Overlaps overlaps;
    private final Map<Cap, Money> limits = new HashMap<>();
    private final List<Counted> counted = new ArrayList<>();

    /** A month's money of one matter is income of another, times so much: the share, over all months of the window. */
    public record Counted(MatterId paid, MatterId asking, BigDecimal times) {
        public Money of(Money monthly) {
            return monthly.times(times, RoundingMode.HALF_UP);
        }
    }

    private Terms(Overlaps overlaps) {
        this.overlaps = overlaps;
    }

    /** A limit or a share that the place has not set binds nobody there. */
    public static Terms of(Overlaps overlaps, Collection<Pack> packs, DivisionCode place, LocalDate asOf) {
        var terms = new Terms(overlaps);
        var byId = new HashMap<MatterId, Pack>();
        packs.forEach(pack -> byId.put(pack.id(), pack));
        for (Cap cap : overlaps.caps()) {
            cap.of().stream()
                    .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                    .flatMap(pack -> value(pack, cap.limit(), place, asOf).stream())
                    .findFirst()
                    .ifPresent(limit -> terms.limits.put(cap, Money.yuan(limit.toPlainString())));
        }
        for (IncomeRule rule : overlaps.incomeRules()) {
            Pack asking = byId.get(rule.asking());
            if (rule.counts() && asking != null && byId.containsKey(rule.paid())) {
                BigDecimal share = value(asking, rule.share(), place, asOf).orElse(BigDecimal.ZERO);
                BigDecimal months =
                        value(asking, overlaps.incomeMonths(), place, asOf).orElse(BigDecimal.ONE);
                if (share.signum() > 0) {
                    terms.counted.add(new Counted(rule.paid(), rule.asking(), share.multiply(months)));
                }
            }
        }
        return terms;
    }

    private static Optional<BigDecimal> value(Pack pack, String name, DivisionCode place, LocalDate asOf) {
        return pack.findParameter(name)
                .flatMap(parameter -> parameter.find(place, asOf))
                .map(value -> new BigDecimal(value.value()));
    }

    public Overlaps overlaps() {
        return overlaps;
    }

    /** What counts as income of the matter here. */
    public List<Counted> countedBy(MatterId asking) {
        return counted.stream().filter(each -> each.asking().equals(asking)).toList();
    }

    /** The most that the amounts may come to together; empty where the place has set no limit. */
    Optional<Money> limit(Cap cap, Collection<Money> amounts) {
        return cap.isHighest() ? amounts.stream().max(Money::compareTo) : Optional.ofNullable(limits.get(cap));
    }
}
