package org.weimin.engine.population;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Code around a value that is kept: if its stamp is stale it is worked out and stored, then it is loaded. */
final class Keeping {
    private static final int MEMBER = 1;
    private static final String MAYBES = "[" + MaybeCode.REGISTER;
    private final MethodVisitor code;
    private final String owner;
    private final Unit unit;
    private final boolean perMember;
    private final String type;

    Keeping(MethodVisitor code, String owner, Unit unit) {
        this.code = code;
        this.owner = owner;
        this.unit = unit;
        this.perMember = unit.arity() > 0;
        this.type = Compiler.type(unit.body());
    }

    /** Room for a value, or for one of each member. */
    void declare(ClassWriter writer) {
        field(writer, "value", perMember ? "[" + type : type);
        field(writer, "stamp", perMember ? "[I" : "I");
        field(writer, "maybe", perMember ? MAYBES : MaybeCode.REGISTER);
        if (!perMember) {
            field(writer, "maybeStamp", "I");
            return;
        }
        array("value", type.equals("Z") ? T_BOOLEAN : T_LONG, "[" + type);
        array("stamp", T_INT, "[I");
        code.visitVarInsn(ALOAD, 0);
        code.visitMethodInsn(INVOKESTATIC, Compiler.BASE, "registers", "()" + MAYBES, false);
        code.visitFieldInsn(PUTFIELD, owner, "maybe" + unit.number(), MAYBES);
    }

    private void field(ClassWriter writer, String what, String of) {
        writer.visitField(ACC_PRIVATE, what + unit.number(), of, null, null);
    }

    private void array(String what, int of, String descriptor) {
        code.visitVarInsn(ALOAD, 0);
        code.visitIntInsn(BIPUSH, MatterCode.MOST_MEMBERS);
        code.visitIntInsn(NEWARRAY, of);
        code.visitFieldInsn(PUTFIELD, owner, what + unit.number(), descriptor);
    }

    /** Leaves the value on the stack. */
    void known(Runnable body) {
        boolean truth = type.equals("Z");
        var fresh = new Label();
        load("stamp", "I", IALOAD);
        stamp();
        code.visitJumpInsn(IF_ICMPEQ, fresh);
        place("value", type);
        body.run();
        store("value", type, truth ? BASTORE : LASTORE);
        place("stamp", "I");
        stamp();
        store("stamp", "I", IASTORE);
        code.visitLabel(fresh);
        load("value", type, truth ? BALOAD : LALOAD);
    }

    /** Leaves the register on the stack; that of a member is its own, because the next one comes through here too. */
    void maybe(Runnable body) {
        var fresh = new Label();
        if (perMember) {
            load("maybe", MaybeCode.REGISTER, AALOAD);
            code.visitFieldInsn(GETFIELD, MaybeCode.MAYBE, "stamp", "I");
        } else {
            load("maybeStamp", "I", IALOAD);
        }
        stamp();
        code.visitJumpInsn(IF_ICMPEQ, fresh);
        if (perMember) {
            load("maybe", MaybeCode.REGISTER, AALOAD);
            body.run();
            String copy = "(" + MaybeCode.REGISTER.repeat(2) + ")" + MaybeCode.REGISTER;
            code.visitMethodInsn(INVOKESTATIC, MaybeCode.MAYBE, "copy", copy, false);
            stamp();
            code.visitFieldInsn(PUTFIELD, MaybeCode.MAYBE, "stamp", "I");
        } else {
            place("maybe", MaybeCode.REGISTER);
            body.run();
            store("maybe", MaybeCode.REGISTER, AASTORE);
            place("maybeStamp", "I");
            stamp();
            store("maybeStamp", "I", IASTORE);
        }
        code.visitLabel(fresh);
        load("maybe", MaybeCode.REGISTER, AALOAD);
    }

    private void load(String what, String of, int arrayLoad) {
        place(what, of);
        if (perMember) {
            code.visitInsn(arrayLoad);
        } else {
            code.visitFieldInsn(GETFIELD, owner, what + unit.number(), of);
        }
    }

    /** Pushes where the value is: the object, or an array and the member. */
    private void place(String what, String of) {
        code.visitVarInsn(ALOAD, 0);
        if (perMember) {
            code.visitFieldInsn(GETFIELD, owner, what + unit.number(), "[" + of);
            code.visitVarInsn(ILOAD, MEMBER);
        }
    }

    private void store(String what, String of, int arrayStore) {
        if (perMember) {
            code.visitInsn(arrayStore);
        } else {
            code.visitFieldInsn(PUTFIELD, owner, what + unit.number(), of);
        }
    }

    private void stamp() {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, Compiler.BASE, unit.asksJudged() ? "memberStamp" : "householdStamp", "I");
    }
}
