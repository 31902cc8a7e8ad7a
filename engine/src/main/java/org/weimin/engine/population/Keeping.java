package org.weimin.engine.population;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Code around a value that is kept: if its stamp is stale it is worked out and stored, then it is loaded. */
final class Keeping {
    private static final int MEMBER = 1;
    private final MethodVisitor code;
    private final String owner;
    private final Unit unit;
    private final KnownCode known;
    private final boolean perMember;

    Keeping(MethodVisitor code, String owner, Unit unit, KnownCode known) {
        this.code = code;
        this.owner = owner;
        this.unit = unit;
        this.known = known;
        this.perMember = unit.arity() > 0;
    }

    void write() {
        String type = Compiler.type(unit.body());
        boolean truth = type.equals("Z");
        var fresh = new Label();
        place("stamp", "I");
        if (perMember) {
            code.visitInsn(IALOAD);
        } else {
            code.visitFieldInsn(GETFIELD, owner, "stamp" + unit.number(), "I");
        }
        stamp();
        code.visitJumpInsn(IF_ICMPEQ, fresh);
        place("value", type);
        known.value(unit.body());
        store("value", type, truth ? BASTORE : LASTORE);
        place("stamp", "I");
        stamp();
        store("stamp", "I", IASTORE);
        code.visitLabel(fresh);
        place("value", type);
        if (perMember) {
            code.visitInsn(truth ? BALOAD : LALOAD);
        } else {
            code.visitFieldInsn(GETFIELD, owner, "value" + unit.number(), type);
        }
    }

    /** Pushes where the value is: the object, or an array and the member. */
    private void place(String what, String type) {
        code.visitVarInsn(ALOAD, 0);
        if (perMember) {
            code.visitFieldInsn(GETFIELD, owner, what + unit.number(), "[" + type);
            code.visitVarInsn(ILOAD, MEMBER);
        }
    }

    private void store(String what, String type, int arrayStore) {
        if (perMember) {
            code.visitInsn(arrayStore);
        } else {
            code.visitFieldInsn(PUTFIELD, owner, what + unit.number(), type);
        }
    }

    private void stamp() {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, Compiler.BASE, unit.asksJudged() ? "memberStamp" : "householdStamp", "I");
    }
}
