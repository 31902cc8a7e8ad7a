package org.weimin.benefits.internal;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Merge;
import org.weimin.people.MergeConcern;
import org.weimin.people.MergeConcern.Said;
import org.weimin.people.MergeConcern.Weight;
import org.weimin.people.People;
import org.weimin.policy.Policy;

/** 重复享受: aid of one matter for the same months to both records that are one person: perhaps paid twice. */
@Configuration(proxyBeanMethods = false)
class ReceivedTwice {
    @Bean
    static MergeConcern receivedTwice(@Lazy Benefits benefits, People people, Policy policy, BusinessClock clock) {
        return new MergeConcern(plan -> {
            List<Entitlement> ofMerged = received(plan.merged(), benefits, people, clock);
            var said = new ArrayList<Said>();
            for (Entitlement one : received(plan.survivor(), benefits, people, clock)) {
                for (Entitlement other : ofMerged) {
                    overlap(one, other, clock).ifPresent(months -> said.add(twice(one, other, months, policy)));
                }
            }
            return said;
        });
    }

    private static List<Entitlement> received(PersonId person, Benefits benefits, People people, BusinessClock clock) {
        return Stream.concat(
                        Stream.of(new Subject.OfPerson(person)),
                        people.householdOf(person, clock.today()).map(Subject.OfHousehold::new).stream())
                .flatMap(subject -> benefits.of(subject).stream())
                .toList();
    }

    /** First and last month that both cover, up to the present. */
    private record Months(YearMonth first, YearMonth last) {
        long count() {
            return first.until(last, ChronoUnit.MONTHS) + 1;
        }
    }

    private static Optional<Months> overlap(Entitlement one, Entitlement other, BusinessClock clock) {
        if (one.id().equals(other.id()) || !one.matter().equals(other.matter())) {
            return Optional.empty();
        }
        YearMonth first = one.from().isAfter(other.from()) ? one.from() : other.from();
        YearMonth last = YearMonth.from(clock.today());
        for (Entitlement each : List.of(one, other)) {
            YearMonth end = each.until().map(until -> until.minusMonths(1)).orElse(last);
            last = end.isBefore(last) ? end : last;
        }
        return last.isBefore(first) ? Optional.empty() : Optional.of(new Months(first, last));
    }

    private static Said twice(Entitlement one, Entitlement other, Months months, Policy policy) {
        var title = policy.pack(one.matter()).title();
        return new Said(
                Weight.SECOND_PERSON,
                new Merge.Finding(
                        "benefits.merge.twice",
                        List.of(
                                title.zh(),
                                title.en(),
                                months.first().toString(),
                                months.last().toString(),
                                Long.toString(months.count()),
                                one.monthly().grouped(),
                                other.monthly().grouped())));
    }
}
