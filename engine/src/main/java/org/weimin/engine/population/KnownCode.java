package org.weimin.engine.population;

import static org.objectweb.asm.Opcodes.*;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.weimin.engine.Expr.Op;
import org.weimin.engine.Rules.Hit;

/** Writes the code of one method for known facts: numbers, days and words are longs, yes and no is an int. */
final class KnownCode {
    private static final String EXACT = Type.getInternalName(Exact.class);
    private static final String MATH = "java/lang/Math";
    private static final String LONG = "java/lang/Long";
    private static final String TWO_LONGS = "(JJ)J";
    private final MethodVisitor code;
    private final String owner;
    private final Map<Integer, Integer> members;
    private final Map<Node, Integer> atHand = new HashMap<>();
    private int nextLocal;

    KnownCode(MethodVisitor code, String owner, int firstLocal, Map<Integer, Integer> members) {
        this.code = code;
        this.owner = owner;
        this.nextLocal = firstLocal;
        this.members = new HashMap<>(members);
    }

    /** Pushes a node's value. */
    void value(Node node) {
        Integer loaded = atHand.get(node);
        if (loaded != null) {
            code.visitVarInsn(node.shape().equals(Shape.TRUTH) ? ILOAD : LLOAD, loaded);
            return;
        }
        switch (node) {
            case Node.Constant(long value, var shape) -> constant(value, shape);
            case Node.Standard(int slot, var shape) -> {
                base("standards", Compiler.LONGS);
                code.visitIntInsn(SIPUSH, slot);
                load(shape);
            }
            case Node.HouseholdFact(int column, var shape) -> {
                own("household" + column, Compiler.LONGS);
                base("household", "I");
                load(shape);
            }
            case Node.MemberFact(int column, var member, var shape) -> {
                own("member" + column, Compiler.LONGS);
                base("firstMember", "I");
                member(member);
                code.visitInsn(IADD);
                load(shape);
            }
            case Node.Use(var unit) -> use(unit);
            case Node.Arithmetic(var op, var left, var right, var shape) ->
                ofTwo(
                        MATH,
                        op == Op.PLUS ? "addExact" : op == Op.MINUS ? "subtractExact" : "multiplyExact",
                        left,
                        right);
            case Node.Rescaled rescaled ->
                decimals(rescaled.value(), rescaled.shape().scale());
            case Node.Quotient quotient -> quotient(quotient);
            case Node.Extreme(boolean greatest, var left, var right) ->
                ofTwo(MATH, greatest ? "max" : "min", left, right);
            case Node.Choice choice -> choice(choice);
            case Node.Years(var from, var until) -> ofTwo(Type.getInternalName(Scaled.class), "years", from, until);
            case Node.Everybody ignored -> base("everybody", "J");
            case Node.Kept(var list, var each, var keep) -> kept(list, each, keep);
            case Node.Count(var list) -> {
                value(list);
                call(LONG, "bitCount", "(J)I");
                code.visitInsn(I2L);
            }
            case Node.Total(var list, var each, var body) -> total(list, each, body);
            case Node.Table(var hit, var rows) -> table(hit, rows);
            case Node.Comparison ignored -> truth(node);
            case Node.Junction ignored -> truth(node);
            case Node.Not ignored -> truth(node);
            case Node.Bound ignored -> throw new IllegalStateException("A member is no value: " + node);
            case Node.Judged ignored -> throw new IllegalStateException("A member is no value: " + node);
        }
    }

    private void ofTwo(String from, String function, Node first, Node second) {
        value(first);
        value(second);
        call(from, function, TWO_LONGS);
    }

    private void constant(long value, Shape shape) {
        if (shape.equals(Shape.TRUTH)) {
            code.visitInsn(value != 0 ? ICONST_1 : ICONST_0);
        } else {
            code.visitLdcInsn(value);
        }
    }

    private void load(Shape shape) {
        code.visitInsn(LALOAD);
        if (shape.equals(Shape.TRUTH)) {
            code.visitInsn(L2I);
        }
    }

    private void base(String field, String type) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, Compiler.BASE, field, type);
    }

    private void own(String field, String type) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, owner, field, type);
    }

    private void call(String type, String method, String descriptor) {
        code.visitMethodInsn(INVOKESTATIC, type, method, descriptor, false);
    }

    private void use(Unit unit) {
        code.visitVarInsn(ALOAD, 0);
        for (int depth : Compiler.depths(unit.free())) {
            member(new Node.Bound(depth));
        }
        code.visitMethodInsn(INVOKEVIRTUAL, owner, unit.method(), Compiler.descriptor(unit), false);
    }

    /** Pushes the number of a member within the household. */
    private void member(Node node) {
        switch (node) {
            case Node.Bound(int depth) ->
                code.visitVarInsn(ILOAD, java.util.Objects.requireNonNull(members.get(depth), "the loop"));
            case Node.Judged ignored -> base("judged", "I");
            default -> throw new IllegalStateException("Not a member: " + node);
        }
    }

    /** Pushes a number with so many decimals, which it must not need more of; anything else as it is. */
    void decimals(Node node, int scale) {
        value(node);
        int more = node.shape().isNumber() ? scale - node.shape().scale() : 0;
        if (more > 0) {
            code.visitLdcInsn(Exact.power(more));
            call(MATH, "multiplyExact", TWO_LONGS);
        } else if (more < 0) {
            code.visitIntInsn(BIPUSH, -more);
            call(EXACT, "unshifted", "(JI)J");
        }
    }

    /** Pushes a list of members as bits; the one who is judged is a list of one. */
    void persons(Node node) {
        if (node instanceof Node.Judged) {
            base("judgedBit", "J");
        } else {
            value(node);
        }
    }

    private void quotient(Node.Quotient quotient) {
        int shift = quotient.right().shape().scale() - quotient.left().shape().scale();
        code.visitFieldInsn(GETSTATIC, "java/math/RoundingMode", quotient.mode().name(), Compiler.MODE);
        if (quotient.digits() instanceof Node.Constant(long digits, var shape)) {
            int more = shift + (int) digits;
            decimals(quotient.left(), quotient.left().shape().scale() + Math.max(0, more));
            decimals(quotient.right(), quotient.right().shape().scale() + Math.max(0, -more));
            call(EXACT, "divided", "(" + Compiler.MODE + "JJ)J");
            if (digits < 0) {
                code.visitLdcInsn(Exact.power((int) -digits));
                call(MATH, "multiplyExact", TWO_LONGS);
            }
            return;
        }
        value(quotient.left());
        value(quotient.right());
        code.visitIntInsn(BIPUSH, shift);
        decimals(quotient.digits(), 0);
        code.visitInsn(L2I);
        code.visitIntInsn(BIPUSH, quotient.shape().scale());
        call(EXACT, "quotient", "(" + Compiler.MODE + "JJIII)J");
    }

    private void choice(Node.Choice choice) {
        var otherwise = new Label();
        var end = new Label();
        jumpUnless(choice.condition(), otherwise);
        value(choice.then());
        code.visitJumpInsn(GOTO, end);
        code.visitLabel(otherwise);
        value(choice.otherwise());
        code.visitLabel(end);
    }

    private void kept(Node list, Node.Bound each, Node keep) {
        int kept = local(2);
        code.visitInsn(LCONST_0);
        code.visitVarInsn(LSTORE, kept);
        loop(list, each, member -> {
            var next = new Label();
            jumpUnless(keep, next);
            code.visitVarInsn(LLOAD, kept);
            code.visitInsn(LCONST_1);
            code.visitVarInsn(ILOAD, member);
            code.visitInsn(LSHL);
            code.visitInsn(LOR);
            code.visitVarInsn(LSTORE, kept);
            code.visitLabel(next);
        });
        code.visitVarInsn(LLOAD, kept);
    }

    private void total(Node list, Node.Bound each, Node body) {
        int total = local(2);
        code.visitInsn(LCONST_0);
        code.visitVarInsn(LSTORE, total);
        loop(list, each, member -> {
            code.visitVarInsn(LLOAD, total);
            value(body);
            call(MATH, "addExact", TWO_LONGS);
            code.visitVarInsn(LSTORE, total);
        });
        code.visitVarInsn(LLOAD, total);
    }

    /** Walks the set bits of a list, the lowest first. */
    private void loop(Node list, Node.Bound each, java.util.function.IntConsumer body) {
        int left = local(2);
        int member = local(1);
        value(list);
        code.visitVarInsn(LSTORE, left);
        members.put(each.depth(), member);
        Bits.walk(code, left, member, () -> body.accept(member));
    }

    private int local(int size) {
        int local = nextLocal;
        nextLocal += size;
        return local;
    }

    private void table(Hit hit, List<Node.Row> rows) {
        switch (hit) {
            case COLLECT_MAX -> gathered(rows, Long.MIN_VALUE, "max");
            case COLLECT_SUM -> gathered(rows, 0, "addExact");
            default -> first(rows);
        }
    }

    /** The first row that matches; the facts that several rows ask for are taken at the outset. */
    private void first(List<Node.Row> rows) {
        var end = new Label();
        Set<Node> taken = takeAtHand(rows);
        boolean certain = rows.getLast().matches() instanceof Node.Constant(long value, var shape) && value != 0;
        for (Node.Row row : certain ? rows.subList(0, rows.size() - 1) : rows) {
            var next = new Label();
            jumpUnless(row.matches(), next);
            value(row.output());
            code.visitJumpInsn(GOTO, end);
            code.visitLabel(next);
        }
        if (certain) {
            value(rows.getLast().output());
        } else {
            fail("no row of a table matches");
        }
        code.visitLabel(end);
        taken.forEach(atHand::remove);
    }

    private Set<Node> takeAtHand(List<Node.Row> rows) {
        var asked = new LinkedHashMap<Node, Integer>();
        rows.forEach(row -> countFacts(row.matches(), asked));
        asked.values().removeIf(times -> times == 1);
        asked.keySet().removeAll(atHand.keySet());
        asked.keySet().forEach(fact -> {
            boolean truth = fact.shape().equals(Shape.TRUTH);
            int local = local(truth ? 1 : 2);
            value(fact);
            code.visitVarInsn(truth ? ISTORE : LSTORE, local);
            asked.put(fact, local);
        });
        atHand.putAll(asked);
        return asked.keySet();
    }

    private static void countFacts(Node node, Map<Node, Integer> asked) {
        switch (node) {
            case Node.MemberFact fact -> asked.merge(fact, 1, Integer::sum);
            case Node.HouseholdFact fact -> asked.merge(fact, 1, Integer::sum);
            case Node.Kept ignored -> {}
            case Node.Total ignored -> {}
            default -> node.children().forEach(child -> countFacts(child, asked));
        }
    }

    /** What the checks of a pack exclude still does not pass for an answer. */
    private void fail(String what) {
        String failure = Type.getInternalName(ArithmeticException.class);
        code.visitTypeInsn(NEW, failure);
        code.visitInsn(DUP);
        code.visitLdcInsn(what);
        code.visitMethodInsn(INVOKESPECIAL, failure, "<init>", "(Ljava/lang/String;)V", false);
        code.visitInsn(ATHROW);
    }

    private void gathered(List<Node.Row> rows, long start, String gather) {
        int gathered = local(2);
        code.visitLdcInsn(start);
        code.visitVarInsn(LSTORE, gathered);
        for (Node.Row row : rows) {
            var next = new Label();
            jumpUnless(row.matches(), next);
            code.visitVarInsn(LLOAD, gathered);
            value(row.output());
            call(MATH, gather, TWO_LONGS);
            code.visitVarInsn(LSTORE, gathered);
            code.visitLabel(next);
        }
        code.visitVarInsn(LLOAD, gathered);
    }

    private void truth(Node node) {
        var no = new Label();
        var end = new Label();
        jumpUnless(node, no);
        code.visitInsn(ICONST_1);
        code.visitJumpInsn(GOTO, end);
        code.visitLabel(no);
        code.visitInsn(ICONST_0);
        code.visitLabel(end);
    }

    void jumpUnless(Node truth, Label target) {
        jump(truth, false, target);
    }

    /** Jumps where the truth is as said, and goes on where it is not. */
    private void jump(Node truth, boolean when, Label target) {
        switch (truth) {
            case Node.Constant(long value, var shape) -> {
                if ((value != 0) == when) {
                    code.visitJumpInsn(GOTO, target);
                }
            }
            case Node.Not(var value) -> jump(value, !when, target);
            case Node.Junction(boolean all, var parts)
            when all != when -> parts.forEach(part -> jump(part, when, target));
            case Node.Junction(boolean all, var parts) -> {
                var past = new Label();
                parts.subList(0, parts.size() - 1).forEach(part -> jump(part, !when, past));
                jump(parts.getLast(), when, target);
                code.visitLabel(past);
            }
            case Node.Comparison(var op, var left, var right) -> compare(op, left, right, when, target);
            default -> {
                value(truth);
                code.visitJumpInsn(when ? IFNE : IFEQ, target);
            }
        }
    }

    private void compare(Op op, Node left, Node right, boolean when, Label target) {
        boolean truths = left.shape().equals(Shape.TRUTH);
        if (truths && right instanceof Node.Constant(long value, var shape)) {
            jump(left, ((value != 0) == (op == Op.EQUAL)) == when, target);
            return;
        }
        if (truths || left.shape().equals(Shape.MEMBER)) {
            Consumer<Node> push = truths ? this::value : this::member;
            push.accept(left);
            push.accept(right);
            code.visitJumpInsn((op == Op.EQUAL) == when ? IF_ICMPEQ : IF_ICMPNE, target);
            return;
        }
        value(left);
        value(right);
        code.visitInsn(LCMP);
        code.visitJumpInsn(
                switch (op) {
                    case EQUAL -> when ? IFEQ : IFNE;
                    case UNEQUAL -> when ? IFNE : IFEQ;
                    case BELOW -> when ? IFLT : IFGE;
                    case AT_MOST -> when ? IFLE : IFGT;
                    case ABOVE -> when ? IFGT : IFLE;
                    case AT_LEAST -> when ? IFGE : IFLT;
                    default -> throw new IllegalStateException("Not a comparison: " + op);
                },
                target);
    }
}
