package org.weimin.engine.population;

import static org.objectweb.asm.Opcodes.*;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.weimin.kernel.Refused;

/** Writes a program as one class of JVM code: a method for each value, a field for each that is asked for twice. */
final class Compiler {
    static final String BASE = Type.getInternalName(MatterCode.class);
    static final String LONGS = "[J";
    private static final int GRANT_PARTS = 4;
    private final Program program;
    private final String name;
    private final Uses uses;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS) {
        @Override
        protected String getCommonSuperClass(String one, String other) {
            return "java/lang/Object";
        }
    };

    private Compiler(Program program, String name) {
        this.program = program;
        this.name = Type.getInternalName(MatterCode.class).replace("MatterCode", name);
        this.uses = Uses.in(program);
    }

    /** The constructor of the class that judges by the program. */
    static Constructor<? extends MatterCode> compile(Program program, String name) {
        byte[] code;
        try {
            code = new Compiler(program, name).write();
        } catch (MethodTooLargeException tooLarge) {
            throw new Refused("engine.pack.unsupported", name, "a table too large to compile: " + tooLarge.getMethodName());
        }
        try {
            return MethodHandles.lookup()
                    .defineHiddenClass(code, true)
                    .lookupClass()
                    .asSubclass(MatterCode.class)
                    .getDeclaredConstructor();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private byte[] write() {
        writer.visit(V21, ACC_FINAL | ACC_SUPER, name, null, BASE, null);
        constructor();
        bind();
        refusal();
        grants();
        program.units().forEach(this::unit);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void constructor() {
        MethodVisitor code = method("<init>", "()V");
        code.visitVarInsn(ALOAD, 0);
        code.visitMethodInsn(INVOKESPECIAL, BASE, "<init>", "()V", false);
        for (Unit unit : program.units()) {
            if (uses.isKept(unit)) {
                keep(code, unit);
            }
        }
        end(code, RETURN);
    }

    /** Room for a value, or for one of each member. */
    private void keep(MethodVisitor code, Unit unit) {
        String of = type(unit.body());
        if (unit.arity() == 0) {
            field(unit, "value", of);
            field(unit, "stamp", "I");
            return;
        }
        field(unit, "value", "[" + of);
        field(unit, "stamp", "[I");
        array(code, unit, "value", of.equals("Z") ? T_BOOLEAN : T_LONG, "[" + of);
        array(code, unit, "stamp", T_INT, "[I");
    }

    private void array(MethodVisitor code, Unit unit, String what, int of, String type) {
        code.visitVarInsn(ALOAD, 0);
        code.visitIntInsn(BIPUSH, MatterCode.MOST_MEMBERS);
        code.visitIntInsn(NEWARRAY, of);
        code.visitFieldInsn(PUTFIELD, name, what + unit.number(), type);
    }

    private void field(Unit unit, String what, String type) {
        writer.visitField(ACC_PRIVATE, what + unit.number(), type, null, null);
    }

    private void bind() {
        MethodVisitor code = method("bind", "([[J[[J)V");
        bind(code, "household", 1, program.householdFacts().size());
        bind(code, "member", 2, program.memberFacts().size());
        end(code, RETURN);
    }

    private void bind(MethodVisitor code, String of, int local, int columns) {
        for (int column = 0; column < columns; column++) {
            writer.visitField(ACC_PRIVATE, of + column, LONGS, null, null);
            code.visitVarInsn(ALOAD, 0);
            code.visitVarInsn(ALOAD, local);
            code.visitIntInsn(SIPUSH, column);
            code.visitInsn(AALOAD);
            code.visitFieldInsn(PUTFIELD, name, of + column, LONGS);
        }
    }

    private void refusal() {
        MethodVisitor code = method("refusal", "()I");
        var known = new KnownCode(code, name, 1, Map.of());
        for (int row = 0; row < program.refusals().size(); row++) {
            var next = new org.objectweb.asm.Label();
            known.jumpUnless(program.refusals().get(row).matches(), next);
            code.visitIntInsn(SIPUSH, row);
            code.visitInsn(IRETURN);
            code.visitLabel(next);
        }
        code.visitInsn(ICONST_M1);
        end(code, IRETURN);
    }

    private void grants() {
        MethodVisitor code = method("grants", "([J)V");
        var known = new KnownCode(code, name, 2, Map.of());
        for (int i = 0; i < program.grants().size(); i++) {
            Program.Grant grant = program.grants().get(i);
            var not = new org.objectweb.asm.Label();
            put(code, GRANT_PARTS * i, () -> code.visitInsn(LCONST_0));
            known.jumpUnless(grant.when(), not);
            put(code, GRANT_PARTS * i, () -> code.visitInsn(LCONST_1));
            put(code, GRANT_PARTS * i + 1, () -> known.decimals(grant.amount(), Scaled.FACT));
            put(code, GRANT_PARTS * i + 2, () -> known.decimals(grant.basis(), 0));
            put(code, GRANT_PARTS * i + 3, () -> known.persons(grant.persons()));
            code.visitLabel(not);
        }
        end(code, RETURN);
    }

    private static void put(MethodVisitor code, int index, Runnable value) {
        code.visitVarInsn(ALOAD, 1);
        code.visitIntInsn(SIPUSH, index);
        value.run();
        code.visitInsn(LASTORE);
    }

    /** A value's method; one that is kept looks first whether it was worked out for this household already. */
    private void unit(Unit unit) {
        MethodVisitor code = method(unit.method(), descriptor(unit));
        int members = unit.arity();
        var known = new KnownCode(code, name, 1 + members, locals(unit));
        if (!uses.isKept(unit)) {
            known.value(unit.body());
        } else {
            new Keeping(code, name, unit, known).write();
        }
        end(code, unit.body().shape().equals(Shape.TRUTH) ? IRETURN : LRETURN);
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
        return java.util.stream.IntStream.range(0, Long.SIZE)
                .filter(depth -> (free & (1L << depth)) != 0)
                .boxed()
                .toList();
    }

    static String descriptor(Unit unit) {
        return "(" + "I".repeat(unit.arity()) + ")" + type(unit.body());
    }

    static String type(Node node) {
        return node.shape().equals(Shape.TRUTH) ? "Z" : "J";
    }

    private MethodVisitor method(String method, String descriptor) {
        MethodVisitor code = writer.visitMethod(method.equals("<init>") ? 0 : ACC_FINAL, method, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private static void end(MethodVisitor code, int instruction) {
        code.visitInsn(instruction);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
