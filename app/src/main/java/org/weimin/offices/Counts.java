package org.weimin.offices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.Access;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.StaffId;
import org.weimin.offices.internal.CountStore;
import org.weimin.policy.Policy;
import org.weimin.shell.PageOf;

/** 计数与缺位指数: counts by town and official with the rows behind them, and the index that the counts make. */
@Service
@Transactional(readOnly = true)
public class Counts {
    private static final MatterId PAID_MONTHLY = new MatterId("dibao");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int MOST_IN_A_WORKBOOK = 10_000;
    private final CountStore store;
    private final Standards standards;
    private final Policy policy;
    private final Access access;
    private final BusinessClock clock;

    Counts(CountStore store, Standards standards, Policy policy, Access access, BusinessClock clock) {
        this.store = store;
        this.standards = standards;
        this.policy = policy;
        this.access = access;
        this.clock = clock;
    }

    public Map<DivisionCode, Ratio> byTown(CountFilter filter) {
        return store.byTown(filter, days(filter));
    }

    public Map<StaffId, Long> byOfficial(CountFilter filter) {
        return store.byOfficial(filter, days(filter));
    }

    /** The rows that a count counted. */
    public PageOf<Counted> list(CountFilter filter, int page) {
        access.requireArea(filter.place());
        int number = Math.max(1, page);
        return new PageOf<>(
                store.list(filter, days(filter), PageOf.SIZE, (number - 1) * PageOf.SIZE),
                number,
                PageOf.SIZE,
                store.count(filter, days(filter)));
    }

    /** The same for a workbook. */
    public List<Counted> all(CountFilter filter) {
        access.requireArea(filter.place());
        return store.list(filter, days(filter), MOST_IN_A_WORKBOOK, 0);
    }

    /** 缺位: every measure of the index, by town. */
    public Map<Measure, Map<DivisionCode, Ratio>> missed(CountFilter where) {
        var missed = new LinkedHashMap<Measure, Map<DivisionCode, Ratio>>();
        for (Measure measure : Measure.ofIndex()) {
            missed.put(measure, byTown(new CountFilter(measure, where.place(), where.month(), where.handler())));
        }
        return missed;
    }

    /**
     * 缺位指数: the shares in percent, weighted. A measure of which too little was due to speak of counts for nothing, for
     * one case of one is no share; where that holds of all there is no index.
     */
    public Optional<BigDecimal> index(Map<Measure, Ratio> ratios, DivisionCode place) {
        long small = smallNumber(place);
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (var each : ratios.entrySet()) {
            Ratio ratio = each.getValue();
            if (ratio.all() > 0 && !ratio.isSmall(small)) {
                BigDecimal weight = weight(each.getKey(), place);
                weights = weights.add(weight);
                sum = sum.add(weight.multiply(new BigDecimal(ratio.some()))
                        .multiply(HUNDRED)
                        .divide(new BigDecimal(ratio.all()), 6, RoundingMode.HALF_UP));
            }
        }
        return weights.signum() == 0 ? Optional.empty() : Optional.of(sum.divide(weights, 1, RoundingMode.HALF_UP));
    }

    public BigDecimal weight(Measure measure, DivisionCode place) {
        return standards.figure(measure.weight(), place);
    }

    public long smallNumber(DivisionCode place) {
        return standards.figure("smallNumber", place).longValueExact();
    }

    /** 发放日 of the month that is asked about, and the other days of the definitions. */
    public CountStore.Days days(CountFilter filter) {
        int payDay = Integer.parseInt(policy.value(PAID_MONTHLY, "runPayDay", filter.place(), filter.from())
                .value());
        return new CountStore.Days(
                clock.today(),
                filter.month().atDay(Math.min(payDay, filter.month().lengthOfMonth())),
                standards.figure("servedWithinDays", filter.place()).intValueExact());
    }

    /** The measures that some offices have in common, added up. */
    public static Map<Measure, Ratio> sum(Map<Measure, Map<DivisionCode, Ratio>> missed, List<DivisionCode> towns) {
        var sums = new LinkedHashMap<Measure, Ratio>();
        missed.forEach((measure, byTown) -> sums.put(
                measure,
                towns.stream()
                        .map(town -> byTown.getOrDefault(town, Ratio.NOTHING))
                        .reduce(Ratio.NOTHING, Ratio::plus)));
        return sums;
    }
}
