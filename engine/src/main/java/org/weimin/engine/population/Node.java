package org.weimin.engine.population;

import java.math.RoundingMode;
import java.util.List;
import org.weimin.engine.Expr.Op;
import org.weimin.engine.Rules.Hit;

/**
 * A rule's expression with every name resolved and every scale settled: what the compiled code works out. Equal
 * expressions are equal nodes.
 */
sealed interface Node {
    Shape shape();

    record Constant(long value, Shape shape) implements Node {}

    /** A parameter, or the day, by its place in {@link Standards}. */
    record Standard(int slot, Shape shape) implements Node {}

    record HouseholdFact(int column, Shape shape) implements Node {}

    record MemberFact(int column, Node member, Shape shape) implements Node {}

    /** The member that a loop is at; loops are counted from outside, so that like loops give equal nodes. */
    record Bound(int depth) implements Node {
        @Override
        public Shape shape() {
            return Shape.MEMBER;
        }
    }

    /** The member who is judged. */
    record Judged() implements Node {
        @Override
        public Shape shape() {
            return Shape.MEMBER;
        }
    }

    /** The value of a unit for the members that it depends on. */
    record Use(Unit unit) implements Node {
        @Override
        public Shape shape() {
            return unit.body().shape();
        }
    }

    /** Plus and minus of equal scales, or a product. */
    record Arithmetic(Op op, Node left, Node right, Shape shape) implements Node {}

    /** More decimals. */
    record Rescaled(Node value, Shape shape) implements Node {}

    /** A division and its rounding to so many digits, at most those of the shape. */
    record Quotient(RoundingMode mode, Node left, Node right, Node digits, Shape shape) implements Node {}

    record Extreme(boolean greatest, Node left, Node right) implements Node {
        @Override
        public Shape shape() {
            return left.shape();
        }
    }

    record Choice(Node condition, Node then, Node otherwise) implements Node {
        @Override
        public Shape shape() {
            return then.shape();
        }
    }

    record Comparison(Op op, Node left, Node right) implements Node {
        @Override
        public Shape shape() {
            return Shape.TRUTH;
        }
    }

    /** All of the parts, or any of them. */
    record Junction(boolean all, List<Node> parts) implements Node {
        @Override
        public Shape shape() {
            return Shape.TRUTH;
        }
    }

    record Not(Node value) implements Node {
        @Override
        public Shape shape() {
            return Shape.TRUTH;
        }
    }

    record Years(Node from, Node until) implements Node {
        @Override
        public Shape shape() {
            return Shape.number(0);
        }
    }

    record Everybody() implements Node {
        @Override
        public Shape shape() {
            return Shape.MEMBERS;
        }
    }

    record Kept(Node members, Bound each, Node keep) implements Node {
        @Override
        public Shape shape() {
            return Shape.MEMBERS;
        }
    }

    record Count(Node members) implements Node {
        @Override
        public Shape shape() {
            return Shape.number(0);
        }
    }

    record Total(Node members, Bound each, Node body) implements Node {
        @Override
        public Shape shape() {
            return body.shape();
        }
    }

    record Table(Hit hit, List<Row> rows) implements Node {
        @Override
        public Shape shape() {
            return rows.getFirst().output().shape();
        }
    }

    record Row(Node matches, Node output) {}

    /** Whether repeating the node costs nothing. */
    default boolean isSimple() {
        return switch (this) {
            case Constant ignored -> true;
            case Standard ignored -> true;
            case HouseholdFact ignored -> true;
            case MemberFact ignored -> true;
            case Bound ignored -> true;
            case Judged ignored -> true;
            case Everybody ignored -> true;
            case Use ignored -> true;
            default -> false;
        };
    }

    default List<Node> children() {
        return switch (this) {
            case MemberFact(var column, var member, var shape) -> List.of(member);
            case Arithmetic(var op, var left, var right, var shape) -> List.of(left, right);
            case Rescaled(var value, var shape) -> List.of(value);
            case Quotient(var mode, var left, var right, var digits, var shape) -> List.of(left, right, digits);
            case Extreme(var greatest, var left, var right) -> List.of(left, right);
            case Choice(var condition, var then, var otherwise) -> List.of(condition, then, otherwise);
            case Comparison(var op, var left, var right) -> List.of(left, right);
            case Junction(var all, var parts) -> parts;
            case Not(var value) -> List.of(value);
            case Years(var from, var until) -> List.of(from, until);
            case Kept(var members, var each, var keep) -> List.of(members, keep);
            case Count(var members) -> List.of(members);
            case Total(var members, var each, var body) -> List.of(members, body);
            case Table(var hit, var rows) ->
                rows.stream()
                        .flatMap(row -> java.util.stream.Stream.of(row.matches(), row.output()))
                        .toList();
            default -> List.of();
        };
    }

    /** The loops whose members the node asks for: bit n is the loop at depth n. */
    default long free() {
        return switch (this) {
            case Bound(int depth) -> 1L << depth;
            case Use(var unit) -> unit.free();
            case Kept(var members, var each, var keep) -> members.free() | (keep.free() & ~each.free());
            case Total(var members, var each, var body) -> members.free() | (body.free() & ~each.free());
            default -> {
                long free = 0;
                for (Node child : children()) {
                    free |= child.free();
                }
                yield free;
            }
        };
    }

    /** Whether the value depends on who is judged. */
    default boolean asksJudged() {
        return this instanceof Judged
                || (this instanceof Use(var unit) && unit.asksJudged())
                || children().stream().anyMatch(Node::asksJudged);
    }
}
