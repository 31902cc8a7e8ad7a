package org.weimin.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/** 金额: an amount of yuan, kept as whole fen. Overflow and fractions of a fen throw; nothing rounds by itself. */
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /** Reads yuan such as {@code "1234.5"}; more than two decimals throw. */
    public static Money yuan(String amount) {
        return new Money(new BigDecimal(amount).movePointRight(2).longValueExact());
    }

    public static Money sum(Stream<Money> amounts) {
        return amounts.reduce(ZERO, Money::plus);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money negated() {
        return new Money(Math.negateExact(fen));
    }

    public Money times(long count) {
        return new Money(Math.multiplyExact(fen, count));
    }

    /** The caller names the rounding, because each matter's regulation fixes its own. */
    public Money times(BigDecimal factor, RoundingMode rounding) {
        return new Money(
                factor.multiply(BigDecimal.valueOf(fen)).setScale(0, rounding).longValueExact());
    }

    public boolean isPositive() {
        return fen > 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    public BigDecimal toYuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    /** Two decimals and no grouping, as bank files and rules write it: {@code 1234.50}. */
    public String plain() {
        return toYuan().toPlainString();
    }

    /** Two decimals with grouping, as screens write it: {@code 1,234.50}. */
    public String grouped() {
        return String.format(java.util.Locale.ROOT, "%,.2f", toYuan());
    }

    /** 大写金额, as documents write it: {@code 壹仟贰佰叁拾肆元伍角整}. */
    public String inWords() {
        return MoneyWords.of(this);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }
}
