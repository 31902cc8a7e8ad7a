package org.weimin.engine.population;

import static org.objectweb.asm.Opcodes.*;

import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.weimin.kernel.Refused;

/**
 * Writes a program as one class of JVM code, each value as two methods: one for known facts, one for facts of which
 * some are unknown. What is asked for twice has a field.
 */
final class Compiler {
    static final String BASE = Type.getInternalName(MatterCode.class);
    static final String COLUMN = Type.getDescriptor(Column.class);
    static final String LONGS = "[J";
    static final String MODE = "Ljava/math/RoundingMode;";
    private final Program program;
    private final String name;
    private final Uses uses;
    private final Registers registers;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS) {
        @Override
        protected String getCommonSuperClass(String one, String other) {
            return "java/lang/Object";
        }
    };

    private Compiler(Program program, String name) {
        this.program = program;
        this.name = BASE.replace("MatterCode", name);
        this.uses = Uses.in(program);
        this.registers = new Registers(writer, this.name, program);
    }

    /** The constructor of the class that judges by the program. */
    static Constructor<? extends MatterCode> compile(Program program, String name) {
        try {
            return LoadedCode.of(new Compiler(program, name).write());
        } catch (MethodTooLargeException tooLarge) {
            throw new Refused("engine.pack.unsupported", name, "a table too large: " + tooLarge.getMethodName());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private byte[] write() {
        writer.visit(V21, ACC_FINAL | ACC_SUPER, name, null, BASE, null);
        bind();
        refusal();
        grants();
        refusalMaybe();
        grantsMaybe();
        program.units().forEach(this::known);
        program.units().forEach(this::maybe);
        constructor();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void bind() {
        MethodVisitor code = method("bind", "([" + COLUMN + "[" + COLUMN + ")V");
        bind(code, "household", 1, program.householdFacts().size());
        bind(code, "member", 2, program.memberFacts().size());
        end(code, RETURN);
    }

    private void bind(MethodVisitor code, String of, int local, int columns) {
        for (int number = 0; number < columns; number++) {
            String column = of + "Column" + number;
            writer.visitField(ACC_PRIVATE, column, COLUMN, null, null);
            writer.visitField(ACC_PRIVATE, of + number, LONGS, null, null);
            code.visitVarInsn(ALOAD, 0);
            code.visitVarInsn(ALOAD, local);
            code.visitIntInsn(SIPUSH, number);
            code.visitInsn(AALOAD);
            code.visitFieldInsn(PUTFIELD, name, column, COLUMN);
            code.visitVarInsn(ALOAD, 0);
            code.visitInsn(DUP);
            code.visitFieldInsn(GETFIELD, name, column, COLUMN);
            code.visitFieldInsn(GETFIELD, Type.getInternalName(Column.class), "values", LONGS);
            code.visitFieldInsn(PUTFIELD, name, of + number, LONGS);
        }
    }

    private void refusal() {
        MethodVisitor code = method("refusal", "()I");
        var known = new KnownCode(code, name, 1, Map.of());
        for (int row = 0; row < program.refusals().size(); row++) {
            var next = new Label();
            known.jumpUnless(program.refusals().get(row).matches(), next);
            code.visitIntInsn(SIPUSH, row);
            code.visitInsn(IRETURN);
            code.visitLabel(next);
        }
        code.visitInsn(ICONST_M1);
        end(code, IRETURN);
    }

    private void refusalMaybe() {
        MethodVisitor code = method("refusalMaybe", "()I");
        var maybe = new MaybeCode(code, name, registers, 1, Map.of());
        for (int row = 0; row < program.refusals().size(); row++) {
            var next = new Label();
            code.visitVarInsn(ALOAD, 0);
            maybe.push(program.refusals().get(row).matches());
            ask(code, "isTrue", "Z");
            code.visitJumpInsn(IFEQ, next);
            code.visitIntInsn(SIPUSH, row);
            code.visitInsn(IRETURN);
            code.visitLabel(next);
        }
        code.visitInsn(ICONST_M1);
        end(code, IRETURN);
    }

    private void grants() {
        MethodVisitor code = method("grants", "()V");
        var known = new KnownCode(code, name, 1, Map.of());
        for (int grant = 0; grant < program.grants().size(); grant++) {
            Program.Grant rule = program.grants().get(grant);
            var not = new Label();
            known.jumpUnless(rule.when(), not);
            code.visitVarInsn(ALOAD, 0);
            code.visitIntInsn(SIPUSH, grant);
            known.decimals(rule.amount(), Scaled.FACT);
            known.decimals(rule.basis(), 0);
            known.persons(rule.persons());
            code.visitMethodInsn(INVOKEVIRTUAL, BASE, "give", "(IJJJ)V", false);
            code.visitLabel(not);
        }
        end(code, RETURN);
    }

    private void grantsMaybe() {
        MethodVisitor code = method("grantsMaybe", "()V");
        var maybe = new MaybeCode(code, name, registers, 1, Map.of());
        for (int grant = 0; grant < program.grants().size(); grant++) {
            Program.Grant rule = program.grants().get(grant);
            var not = new Label();
            code.visitVarInsn(ALOAD, 0);
            maybe.push(rule.when());
            ask(code, "isTrue", "Z");
            code.visitJumpInsn(IFEQ, not);
            code.visitVarInsn(ALOAD, 0);
            code.visitIntInsn(SIPUSH, grant);
            part(code, maybe, rule.amount(), Scaled.FACT);
            part(code, maybe, rule.basis(), 0);
            part(code, maybe, rule.persons(), 0);
            code.visitMethodInsn(INVOKEVIRTUAL, BASE, "give", "(IJJJ)V", false);
            code.visitLabel(not);
        }
        end(code, RETURN);
    }

    private static void part(MethodVisitor code, MaybeCode maybe, Node node, int scale) {
        code.visitVarInsn(ALOAD, 0);
        maybe.push(node);
        code.visitIntInsn(BIPUSH, node.shape().isNumber() ? scale - node.shape().scale() : 0);
        code.visitMethodInsn(INVOKEVIRTUAL, BASE, "part", "(" + MaybeCode.REGISTER + "I)J", false);
    }

    private static void ask(MethodVisitor code, String method, String result) {
        code.visitMethodInsn(INVOKEVIRTUAL, BASE, method, "(" + MaybeCode.REGISTER + ")" + result, false);
    }

    /** A value's method; one that is kept looks first whether it was worked out for this household already. */
    private void known(Unit unit) {
        MethodVisitor code = method(unit.method(), descriptor(unit));
        var known = new KnownCode(code, name, 1 + unit.arity(), locals(unit));
        if (uses.isKept(unit)) {
            new Keeping(code, name, unit).known(() -> known.value(unit.body()));
        } else {
            known.value(unit.body());
        }
        end(code, unit.body().shape().equals(Shape.TRUTH) ? IRETURN : LRETURN);
    }

    private void maybe(Unit unit) {
        MethodVisitor code = method(unit.maybeMethod(), maybeDescriptor(unit));
        int members = unit.arity();
        var maybe = new MaybeCode(code, name, registers, 1 + members, locals(unit));
        if (uses.isKept(unit)) {
            new Keeping(code, name, unit).maybe(() -> maybe.push(unit.body()));
        } else {
            maybe.push(unit.body());
        }
        end(code, ARETURN);
    }

    private void constructor() {
        MethodVisitor code = method("<init>", "()V");
        code.visitVarInsn(ALOAD, 0);
        code.visitMethodInsn(INVOKESPECIAL, BASE, "<init>", "()V", false);
        program.units().stream().filter(uses::isKept).forEach(unit -> new Keeping(code, name, unit).declare(writer));
        registers.make(code);
        end(code, RETURN);
    }

    /** The local variable of the member of each loop that the unit depends on. */
    private static Map<Integer, Integer> locals(Unit unit) {
        var locals = new HashMap<Integer, Integer>();
        for (int depth : depths(unit.free())) {
            locals.put(depth, 1 + locals.size());
        }
        return locals;
    }

    static List<Integer> depths(long free) {
        return IntStream.range(0, Long.SIZE)
                .filter(depth -> (free & (1L << depth)) != 0)
                .boxed()
                .toList();
    }

    static String descriptor(Unit unit) {
        return "(" + "I".repeat(unit.arity()) + ")" + type(unit.body());
    }

    static String maybeDescriptor(Unit unit) {
        return "(" + "I".repeat(unit.arity()) + ")" + MaybeCode.REGISTER;
    }

    static String type(Node node) {
        return node.shape().equals(Shape.TRUTH) ? "Z" : "J";
    }

    private MethodVisitor method(String method, String descriptor) {
        int access = method.equals("<init>") ? 0 : ACC_FINAL;
        MethodVisitor code = writer.visitMethod(access, method, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private static void end(MethodVisitor code, int instruction) {
        code.visitInsn(instruction);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
