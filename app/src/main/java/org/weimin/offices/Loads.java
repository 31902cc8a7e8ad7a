package org.weimin.offices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.divisions.Division;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.offices.internal.VillageStore;

/** 工作量: what lies in each village and so with each person and office, from the living registers and cases. */
@Service
@Transactional(readOnly = true)
public class Loads {
    private static final int SCALE = 2;
    private final VillageStore store;
    private final Territories territories;
    private final Standards standards;
    private final BusinessClock clock;

    Loads(VillageStore store, Territories territories, Standards standards, BusinessClock clock) {
        this.store = store;
        this.territories = territories;
        this.standards = standards;
        this.clock = clock;
    }

    /** The villages of some offices with what lies in them, by office. */
    public Map<OrgUnit, List<Village>> villages(List<OrgUnit> offices, DivisionCode place) {
        LocalDate today = clock.today();
        var residents = store.residents(place);
        var recipients = store.recipients(place, today);
        var open = store.openCases(place);
        var serving = store.serving(place, today);
        var pointsOf = new Points(weights(), place);
        return offices.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        office -> territories.villages(office).stream()
                                .map(village -> village(
                                        village,
                                        Optional.ofNullable(serving.get(village.code())),
                                        residents.getOrDefault(village.code(), 0L),
                                        recipients.getOrDefault(village.code(), 0L),
                                        open.getOrDefault(village.code(), Map.of()),
                                        pointsOf))
                                .toList()));
    }

    private static Village village(
            Division village,
            Optional<UUID> member,
            long residents,
            long recipients,
            Map<String, Long> open,
            Points points) {
        long cases = open.values().stream().mapToLong(Long::longValue).sum();
        return new Village(
                village.code(),
                village.name(),
                member,
                new Load(1, residents, recipients, cases, points.of(residents, recipients, open)));
    }

    /** By person; what nobody answers for is missing. */
    public static Map<UUID, Load> byMember(List<Village> villages) {
        var loads = new HashMap<UUID, Load>();
        villages.forEach(
                village -> village.member().ifPresent(member -> loads.merge(member, village.load(), Load::plus)));
        return loads;
    }

    public static Load sum(List<Village> villages) {
        return villages.stream().map(Village::load).reduce(Load.NOTHING, Load::plus);
    }

    /** How much a case of each matter weighs, measured over the last twelve months; the heaviest first. */
    public List<Weight> weights() {
        LocalDate until = clock.today().plusDays(1);
        var took = store.durations(until.minusYears(1), until);
        Weight all = ofAll(took);
        return took.entrySet().stream()
                .map(each -> Weight.of(
                        new MatterId(each.getKey()),
                        each.getValue().cases(),
                        each.getValue().days(),
                        all.meanDays()))
                .sorted(Comparator.comparing(Weight::points).reversed())
                .toList();
    }

    private static Weight ofAll(Map<String, VillageStore.Took> took) {
        long cases = took.values().stream().mapToLong(VillageStore.Took::cases).sum();
        BigDecimal days = took.values().stream().map(VillageStore.Took::days).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Weight(Optional.empty(), cases, days, BigDecimal.ONE);
    }

    /** 折算: cases by their weight, recipients by the hundred, residents by the thousand. */
    private final class Points {
        private static final int HUNDRED = 100;
        private static final int THOUSAND = 1_000;
        private final Map<String, BigDecimal> weights;
        private final BigDecimal perRecipients;
        private final BigDecimal perResidents;

        private Points(List<Weight> weights, DivisionCode place) {
            this.weights = weights.stream()
                    .collect(Collectors.toMap(
                            weight -> weight.matter().map(MatterId::value).orElse(""), Weight::points));
            this.perRecipients = standards.figure("pointsPerHundredRecipients", place);
            this.perResidents = standards.figure("pointsPerThousandResidents", place);
        }

        BigDecimal of(long residents, long recipients, Map<String, Long> open) {
            BigDecimal cases = open.entrySet().stream()
                    .map(each -> weights.getOrDefault(each.getKey(), BigDecimal.ONE)
                            .multiply(new BigDecimal(each.getValue())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return cases.add(share(perRecipients, recipients, HUNDRED))
                    .add(share(perResidents, residents, THOUSAND))
                    .setScale(SCALE, RoundingMode.HALF_UP);
        }

        private static BigDecimal share(BigDecimal points, long counted, int per) {
            return points.multiply(new BigDecimal(counted))
                    .divide(new BigDecimal(per), SCALE + 2, RoundingMode.HALF_UP);
        }
    }
}
