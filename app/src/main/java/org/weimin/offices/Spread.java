package org.weimin.offices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * 均衡度: how far loads are from even.
 *
 * @param maxOverMean the heaviest over the mean; 1 where all are alike
 * @param gini 基尼系数: the mean difference of any two over twice the mean; 0 where all are alike
 */
public record Spread(BigDecimal maxOverMean, BigDecimal gini) {
    public static Spread of(Collection<BigDecimal> loads) {
        BigDecimal sum = loads.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0) {
            return new Spread(BigDecimal.ONE, BigDecimal.ZERO);
        }
        BigDecimal people = new BigDecimal(loads.size());
        BigDecimal max = loads.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal apart = loads.stream()
                .flatMap(one -> loads.stream().map(other -> one.subtract(other).abs()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Spread(
                max.multiply(people).divide(sum, 2, RoundingMode.HALF_UP),
                apart.divide(people.multiply(sum).multiply(new BigDecimal(2)), 3, RoundingMode.HALF_UP));
    }
}
