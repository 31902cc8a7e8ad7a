package org.weimin.facts.internal;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.people.Merge;
import org.weimin.people.MergeConcern;
import org.weimin.people.MergeConcern.Said;
import org.weimin.people.MergeConcern.Weight;

/** 已核实的号码: where other bureaus know a person under each of two identity numbers, these are two people. */
@Configuration(proxyBeanMethods = false)
class ConfirmedNumbers {
    @Bean
    static MergeConcern confirmedNumbers(CheckStore checks) {
        return new MergeConcern(plan -> checks.areAnswered(plan.survivor()) && checks.areAnswered(plan.merged())
                ? List.of(new Said(Weight.REFUSED, new Merge.Finding("facts.merge.both-confirmed", List.of())))
                : List.of());
    }
}
