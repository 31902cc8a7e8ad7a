package org.weimin.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** A FEEL expression after reading; only what the grammar knows can exist. */
public sealed interface Expr {
    record Num(BigDecimal value) implements Expr {}

    record Txt(String value) implements Expr {}

    record Truth(boolean value) implements Expr {}

    record Day(LocalDate value) implements Expr {}

    record Name(String name) implements Expr {}

    /** A fact of a member. */
    record Field(Expr of, String name) implements Expr {}

    record Not(Expr value) implements Expr {}

    record Negate(Expr value) implements Expr {}

    record Binary(Op op, Expr left, Expr right) implements Expr {}

    record If(Expr condition, Expr then, Expr otherwise) implements Expr {}

    record For(String variable, Expr in, Expr body) implements Expr {}

    /** The items of a list for which the condition, which calls each {@code item}, holds. */
    record Filter(Expr list, Expr keep) implements Expr {}

    /** Whole years between two days: who was born on 29 February is a year older on 1 March of a common year. */
    record Years(Expr from, Expr until) implements Expr {}

    /** The only place where a division may stand: its rounding is named. */
    record Rounded(RoundingMode mode, Expr value, Expr scale) implements Expr {}

    record Call(String function, List<Expr> arguments) implements Expr {}

    enum Op {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        DIVIDED("/"),
        EQUAL("="),
        UNEQUAL("!="),
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">="),
        AND("and"),
        OR("or");

        private final String sign;

        Op(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        static Op of(String sign) {
            for (Op op : values()) {
                if (op.sign.equals(sign)) {
                    return op;
                }
            }
            throw new IllegalArgumentException("Not an operator: " + sign);
        }

        public boolean isArithmetic() {
            return this == PLUS || this == MINUS || this == TIMES || this == DIVIDED;
        }

        public boolean isLogic() {
            return this == AND || this == OR;
        }
    }
}
