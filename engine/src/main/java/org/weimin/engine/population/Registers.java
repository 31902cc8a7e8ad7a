package org.weimin.engine.population;

import static org.objectweb.asm.Opcodes.*;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/** The registers of a generated class: one field for each place of its code that holds a value. */
final class Registers {
    private final ClassWriter writer;
    private final String owner;
    private final Program program;
    private final Map<String, String> types = new HashMap<>();
    private final Map<Long, String> constants = new HashMap<>();

    Registers(ClassWriter writer, String owner, Program program) {
        this.writer = writer;
        this.owner = owner;
        this.program = program;
    }

    /** Pushes a register that nothing else writes. */
    void fresh(MethodVisitor code) {
        load(code, field("r" + types.size(), MaybeCode.MAYBE));
    }

    /** Pushes what gathers the rows of one table. */
    void rows(MethodVisitor code, String type) {
        load(code, field("r" + types.size(), type));
    }

    /** Pushes a register that always holds the number. */
    void constant(MethodVisitor code, long value) {
        String known = constants.get(value);
        if (known == null) {
            known = field("r" + types.size(), MaybeCode.MAYBE);
            constants.put(value, known);
        }
        load(code, known);
    }

    private String field(String name, String type) {
        types.put(name, type);
        writer.visitField(ACC_PRIVATE, name, "L" + type + ";", null, null);
        return name;
    }

    private void load(MethodVisitor code, String field) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, owner, field, "L" + types.get(field) + ";");
    }

    /** Code for the constructor: makes them all. */
    void make(MethodVisitor code) {
        types.forEach((field, type) -> {
            code.visitVarInsn(ALOAD, 0);
            code.visitTypeInsn(NEW, type);
            code.visitInsn(DUP);
            code.visitMethodInsn(INVOKESPECIAL, type, "<init>", "()V", false);
            code.visitFieldInsn(PUTFIELD, owner, field, "L" + type + ";");
        });
        constants.forEach((value, field) -> {
            load(code, field);
            code.visitLdcInsn(value);
            code.visitMethodInsn(
                    INVOKESTATIC, MaybeCode.MAYBE, "set", "(" + MaybeCode.REGISTER + "J)" + MaybeCode.REGISTER, false);
            code.visitInsn(POP);
        });
    }

    /** The bit of a household's fact among the missing. */
    long householdBit(int column) {
        return 1L << column;
    }

    long memberBit(int column) {
        return 1L << (program.householdFacts().size() + column);
    }
}
