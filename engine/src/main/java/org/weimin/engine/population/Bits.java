package org.weimin.engine.population;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Code that walks the set bits of a long in a local variable, the lowest first. */
final class Bits {
    private Bits() {}

    static void walk(MethodVisitor code, int left, int member, Runnable body) {
        var next = new Label();
        var end = new Label();
        code.visitLabel(next);
        code.visitVarInsn(LLOAD, left);
        code.visitInsn(LCONST_0);
        code.visitInsn(LCMP);
        code.visitJumpInsn(IFEQ, end);
        code.visitVarInsn(LLOAD, left);
        code.visitMethodInsn(INVOKESTATIC, "java/lang/Long", "numberOfTrailingZeros", "(J)I", false);
        code.visitVarInsn(ISTORE, member);
        code.visitVarInsn(LLOAD, left);
        code.visitInsn(DUP2);
        code.visitInsn(LCONST_1);
        code.visitInsn(LSUB);
        code.visitInsn(LAND);
        code.visitVarInsn(LSTORE, left);
        body.run();
        code.visitJumpInsn(GOTO, next);
        code.visitLabel(end);
    }
}
