package org.weimin.engine.population;

import static org.objectweb.asm.Opcodes.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.weimin.engine.Rules.Hit;

/**
 * Writes the code of one method for facts of which some are unknown: every value is a register with its bounds and what
 * it waits for, and is worked out by the operations of {@link Maybe}.
 */
final class MaybeCode {
    static final String MAYBE = Type.getInternalName(Maybe.class);
    static final String REGISTER = Type.getDescriptor(Maybe.class);
    private static final String ROWS = Type.getInternalName(Maybe.Rows.class);
    private static final String THREE = "(" + REGISTER.repeat(3) + ")" + REGISTER;
    private static final String TWO = "(" + REGISTER.repeat(2) + ")" + REGISTER;
    private final MethodVisitor code;
    private final String owner;
    private final Registers registers;
    private final Map<Integer, Integer> members;
    private int nextLocal;

    MaybeCode(MethodVisitor code, String owner, Registers registers, int firstLocal, Map<Integer, Integer> members) {
        this.code = code;
        this.owner = owner;
        this.registers = registers;
        this.nextLocal = firstLocal;
        this.members = new HashMap<>(members);
    }

    /** Pushes the register that holds a node's value. */
    void push(Node node) {
        switch (node) {
            case Node.Constant(long value, var shape) -> registers.constant(code, value);
            case Node.Standard(int slot, var shape) -> {
                registers.fresh(code);
                base("standards", Compiler.LONGS);
                code.visitIntInsn(SIPUSH, slot);
                code.visitInsn(LALOAD);
                set();
            }
            case Node.HouseholdFact(int column, var shape) -> {
                registers.fresh(code);
                own("householdColumn" + column, Compiler.COLUMN);
                base("household", "I");
                fact(registers.householdBit(column));
            }
            case Node.MemberFact(int column, var member, var shape) -> {
                registers.fresh(code);
                own("memberColumn" + column, Compiler.COLUMN);
                base("firstMember", "I");
                member(member);
                code.visitInsn(IADD);
                fact(registers.memberBit(column));
            }
            case Node.Use(var unit) -> use(unit);
            case Node.Arithmetic(var op, var left, var right, var shape) ->
                operate(
                        switch (op) {
                            case PLUS -> "plus";
                            case MINUS -> "minus";
                            default -> "times";
                        },
                        left,
                        right);
            case Node.Rescaled(var value, var shape) -> {
                registers.fresh(code);
                push(value);
                code.visitIntInsn(BIPUSH, shape.scale() - value.shape().scale());
                call("shifted", "(" + REGISTER.repeat(2) + "I)" + REGISTER);
            }
            case Node.Quotient quotient -> quotient(quotient);
            case Node.Extreme(boolean greatest, var left, var right) -> operate(greatest ? "max" : "min", left, right);
            case Node.Choice choice -> choice(choice);
            case Node.Comparison comparison -> comparison(comparison);
            case Node.Junction(boolean all, var parts) -> junction(all, parts);
            case Node.Not(var value) -> operate("not", value);
            case Node.Years(var from, var until) -> operate("years", from, until);
            case Node.Everybody ignored -> {
                registers.fresh(code);
                base("everybody", "J");
                set();
            }
            case Node.Kept(var list, var each, var keep) -> kept(list, each, keep);
            case Node.Count(var list) -> operate("count", list);
            case Node.Total(var list, var each, var body) -> total(list, each, body);
            case Node.Table(var hit, var rows) -> table(hit, rows);
            case Node.Bound ignored -> aMember(node);
            case Node.Judged ignored -> aMember(node);
        }
    }

    /** The member as a list of one. */
    private void aMember(Node node) {
        registers.fresh(code);
        if (node instanceof Node.Judged) {
            base("judgedBit", "J");
        } else {
            code.visitInsn(LCONST_1);
            member(node);
            code.visitInsn(LSHL);
        }
        set();
    }

    private void set() {
        call("set", "(" + REGISTER + "J)" + REGISTER);
    }

    private void fact(long bit) {
        code.visitLdcInsn(bit);
        call("fact", "(" + REGISTER + Compiler.COLUMN + "IJ)" + REGISTER);
    }

    private void base(String field, String type) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, Compiler.BASE, field, type);
    }

    private void own(String field, String type) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, owner, field, type);
    }

    private void call(String method, String descriptor) {
        code.visitMethodInsn(INVOKESTATIC, MAYBE, method, descriptor, false);
    }

    private void ask(String type, String method, String descriptor) {
        code.visitMethodInsn(INVOKEVIRTUAL, type, method, descriptor, false);
    }

    private void operate(String method, Node value) {
        registers.fresh(code);
        push(value);
        call(method, TWO);
    }

    private void operate(String method, Node left, Node right) {
        registers.fresh(code);
        push(left);
        push(right);
        call(method, THREE);
    }

    private void use(Unit unit) {
        code.visitVarInsn(ALOAD, 0);
        for (int depth : Compiler.depths(unit.free())) {
            member(new Node.Bound(depth));
        }
        code.visitMethodInsn(INVOKEVIRTUAL, owner, unit.maybeMethod(), Compiler.maybeDescriptor(unit), false);
    }

    private void member(Node node) {
        switch (node) {
            case Node.Bound(int depth) ->
                code.visitVarInsn(ILOAD, Objects.requireNonNull(members.get(depth), "the loop"));
            case Node.Judged ignored -> base("judged", "I");
            default -> throw new IllegalStateException("Not a member: " + node);
        }
    }

    private void quotient(Node.Quotient quotient) {
        registers.fresh(code);
        push(quotient.left());
        push(quotient.right());
        code.visitFieldInsn(GETSTATIC, "java/math/RoundingMode", quotient.mode().name(), "Ljava/math/RoundingMode;");
        code.visitIntInsn(
                BIPUSH,
                quotient.right().shape().scale() - quotient.left().shape().scale());
        new KnownCode(code, owner, nextLocal, members).decimals(quotient.digits(), 0);
        code.visitInsn(L2I);
        code.visitIntInsn(BIPUSH, quotient.shape().scale());
        call("quotient", "(" + REGISTER.repeat(3) + "Ljava/math/RoundingMode;III)" + REGISTER);
    }

    private void comparison(Node.Comparison comparison) {
        registers.fresh(code);
        push(comparison.left());
        push(comparison.right());
        String op = Type.getInternalName(org.weimin.engine.Expr.Op.class);
        code.visitFieldInsn(GETSTATIC, op, comparison.op().name(), "L" + op + ";");
        call("compare", "(" + REGISTER.repeat(3) + "L" + op + ";)" + REGISTER);
    }

    private void junction(boolean all, List<Node> parts) {
        int joined = local();
        var settled = new Label();
        registers.fresh(code);
        code.visitInsn(all ? LCONST_1 : LCONST_0);
        set();
        code.visitVarInsn(ASTORE, joined);
        for (Node part : parts) {
            code.visitVarInsn(ALOAD, joined);
            push(part);
            code.visitInsn(all ? ICONST_1 : ICONST_0);
            call("join", "(" + REGISTER.repeat(2) + "Z)Z");
            code.visitJumpInsn(IFNE, settled);
        }
        code.visitLabel(settled);
        code.visitVarInsn(ALOAD, joined);
    }

    private void choice(Node.Choice choice) {
        int condition = local();
        var open = new Label();
        var otherwise = new Label();
        var end = new Label();
        push(choice.condition());
        code.visitVarInsn(ASTORE, condition);
        jumpUnlessKnown(condition, open);
        code.visitVarInsn(ALOAD, condition);
        ask(MAYBE, "isTrue", "()Z");
        code.visitJumpInsn(IFEQ, otherwise);
        push(choice.then());
        code.visitJumpInsn(GOTO, end);
        code.visitLabel(otherwise);
        push(choice.otherwise());
        code.visitJumpInsn(GOTO, end);
        code.visitLabel(open);
        registers.fresh(code);
        code.visitVarInsn(ALOAD, condition);
        push(choice.then());
        push(choice.otherwise());
        numbers(choice);
        call("either", "(" + REGISTER.repeat(4) + "Z)" + REGISTER);
        code.visitLabel(end);
    }

    private void numbers(Node node) {
        code.visitInsn(node.shape().isNumber() ? ICONST_1 : ICONST_0);
    }

    private void jumpUnlessKnown(int local, Label target) {
        code.visitVarInsn(ALOAD, local);
        code.visitFieldInsn(GETFIELD, MAYBE, "known", "Z");
        code.visitJumpInsn(IFEQ, target);
    }

    private void kept(Node list, Node.Bound each, Node keep) {
        int kept = start();
        over(list, each, kept, member -> {
            code.visitVarInsn(ALOAD, kept);
            code.visitVarInsn(ILOAD, member);
            push(keep);
            call("keep", "(" + REGISTER + "I" + REGISTER + ")V");
        });
        code.visitVarInsn(ALOAD, kept);
        call("listed", "(" + REGISTER + ")" + REGISTER);
    }

    private void total(Node list, Node.Bound each, Node body) {
        int total = start();
        over(list, each, total, member -> {
            code.visitVarInsn(ALOAD, total);
            code.visitInsn(DUP);
            push(body);
            call("plus", THREE);
            code.visitInsn(POP);
        });
        code.visitVarInsn(ALOAD, total);
    }

    /** A register at zero in a local variable. */
    private int start() {
        int local = local();
        registers.fresh(code);
        code.visitInsn(LCONST_0);
        set();
        code.visitVarInsn(ASTORE, local);
        return local;
    }

    /** Walks a list that is known; one that is not stands for the result itself. */
    private void over(Node list, Node.Bound each, int result, java.util.function.IntConsumer body) {
        int known = local();
        var end = new Label();
        push(list);
        code.visitVarInsn(ASTORE, known);
        var walk = new Label();
        code.visitVarInsn(ALOAD, known);
        code.visitFieldInsn(GETFIELD, MAYBE, "known", "Z");
        code.visitJumpInsn(IFNE, walk);
        code.visitVarInsn(ALOAD, known);
        code.visitVarInsn(ASTORE, result);
        code.visitJumpInsn(GOTO, end);
        code.visitLabel(walk);
        int left = nextLocal;
        nextLocal += 2;
        int member = local();
        code.visitVarInsn(ALOAD, known);
        code.visitFieldInsn(GETFIELD, MAYBE, "low", "J");
        code.visitVarInsn(LSTORE, left);
        members.put(each.depth(), member);
        Bits.walk(code, left, member, () -> body.accept(member));
        code.visitLabel(end);
    }

    private int local() {
        return nextLocal++;
    }

    private void table(Hit hit, List<Node.Row> rows) {
        boolean single = hit != Hit.COLLECT_MAX && hit != Hit.COLLECT_SUM;
        String gather = single ? "single" : hit == Hit.COLLECT_MAX ? "greatest" : "sum";
        int table = local();
        int matched = local();
        var end = new Label();
        registers.rows(code, ROWS);
        code.visitInsn(DUP);
        code.visitVarInsn(ASTORE, table);
        ask(ROWS, "begin", "()V");
        for (Node.Row row : rows) {
            var next = new Label();
            push(row.matches());
            code.visitInsn(DUP);
            code.visitVarInsn(ASTORE, matched);
            ask(MAYBE, "isFalse", "()Z");
            code.visitJumpInsn(IFNE, next);
            code.visitVarInsn(ALOAD, table);
            code.visitVarInsn(ALOAD, matched);
            push(row.output());
            ask(ROWS, gather, "(" + REGISTER.repeat(2) + ")V");
            if (hit == Hit.FIRST) {
                code.visitVarInsn(ALOAD, matched);
                ask(MAYBE, "isTrue", "()Z");
                code.visitJumpInsn(IFNE, end);
            }
            code.visitLabel(next);
        }
        code.visitLabel(end);
        code.visitVarInsn(ALOAD, table);
        if (single) {
            numbers(rows.getFirst().output());
        }
        ask(ROWS, gather, (single ? "(Z)" : "()") + REGISTER);
    }
}
