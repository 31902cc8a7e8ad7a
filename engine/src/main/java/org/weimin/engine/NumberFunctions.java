package org.weimin.engine;

import static org.weimin.engine.Builtins.one;
import static org.weimin.engine.Builtins.two;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.weimin.engine.Builtins.Signature;
import org.weimin.engine.Value.Num;

/** FEEL's functions of numbers. */
final class NumberFunctions {
    private static final Map<String, RoundingMode> ROUNDINGS = Map.of(
            "decimal", RoundingMode.HALF_EVEN,
            "floor", RoundingMode.FLOOR,
            "ceiling", RoundingMode.CEILING,
            "round up", RoundingMode.UP,
            "round down", RoundingMode.DOWN,
            "round half up", RoundingMode.HALF_UP,
            "round half down", RoundingMode.HALF_DOWN);

    private NumberFunctions() {}

    static List<Signature> all() {
        Stream<Signature> roundings = ROUNDINGS.entrySet().stream()
                .map(rounding -> Signature.of(
                        rounding.getKey() + "(n, scale)",
                        two(Num.class, Num.class, (n, scale) -> Operators.round(rounding.getValue(), n, scale))));
        return Stream.concat(
                        roundings,
                        Stream.of(
                                Signature.of("floor(n)", number(n -> n.setScale(0, RoundingMode.FLOOR))),
                                Signature.of("ceiling(n)", number(n -> n.setScale(0, RoundingMode.CEILING))),
                                Signature.of("abs(n)", one(Value.class, NumberFunctions::abs)),
                                Signature.of(
                                        "modulo(dividend, divisor)",
                                        two(Num.class, Num.class, NumberFunctions::modulo)),
                                Signature.of("sqrt(number)", number(n -> n.sqrt(Decimals.DIGITS))),
                                Signature.of("log(number)", number(Decimals::log)),
                                Signature.of("exp(number)", number(Decimals::exp)),
                                Signature.of("odd(number)", one(Num.class, n -> parity(n, 1))),
                                Signature.of("even(number)", one(Num.class, n -> parity(n, 0)))))
                .toList();
    }

    private static Value.Func.Body number(UnaryOperator<BigDecimal> function) {
        return one(Num.class, n -> new Num(function.apply(n.number())));
    }

    private static Value abs(Value value) {
        return switch (value) {
            case Num(var number) -> new Num(number.abs());
            case Value.Lasting(var duration) -> new Value.Lasting(duration.abs());
            case Value.Months(var months) -> new Value.Months(Math.abs(months));
            default -> Value.nothing();
        };
    }

    /** The remainder has the sign of the divisor. */
    private static Value modulo(Num dividend, Num divisor) {
        BigDecimal a = dividend.number();
        BigDecimal b = divisor.number();
        BigDecimal rest = a.remainder(b);
        return new Num(rest.signum() != 0 && rest.signum() != b.signum() ? rest.add(b) : rest);
    }

    private static Value parity(Num n, int rest) {
        return n.number().stripTrailingZeros().scale() > 0
                ? Value.nothing()
                : Value.truth(n.number().remainder(BigDecimal.TWO).abs().intValue() == rest);
    }
}
