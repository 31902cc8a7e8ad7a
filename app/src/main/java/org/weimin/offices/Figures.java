package org.weimin.offices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;

/**
 * 机构数字: posts and people of some offices on one day.
 *
 * @param yearsOfAge the finished years of all of them together
 */
public record Figures(
        int offices, int posts, int people, int established, int fullTime, int college, int qualified, int yearsOfAge) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public static Figures of(List<Office> offices) {
        return new Figures(
                offices.size(),
                offices.stream()
                        .flatMap(office -> office.premises().stream())
                        .mapToInt(Premises::posts)
                        .sum(),
                count(offices, member -> true),
                count(offices, member -> member.terms().established()),
                count(offices, member -> member.terms().fullTime()),
                count(offices, Member::hasCollege),
                count(offices, Member::isQualified),
                offices.stream()
                        .flatMap(office -> office.members().stream().map(member -> member.ageOn(office.asOf())))
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    public int partTime() {
        return people - fullTime;
    }

    /** Zero where nobody is. */
    public BigDecimal meanAge() {
        return people == 0
                ? BigDecimal.ZERO
                : new BigDecimal(yearsOfAge).divide(new BigDecimal(people), 1, RoundingMode.HALF_UP);
    }

    /** In percent of the people, with one decimal. */
    public BigDecimal percent(int some) {
        return people == 0
                ? BigDecimal.ZERO
                : new BigDecimal(some).multiply(HUNDRED).divide(new BigDecimal(people), 1, RoundingMode.HALF_UP);
    }

    private static int count(List<Office> offices, Predicate<Member> which) {
        return (int) offices.stream()
                .flatMap(office -> office.members().stream())
                .filter(which)
                .count();
    }
}
