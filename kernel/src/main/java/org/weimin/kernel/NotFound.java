package org.weimin.kernel;

/** 未找到: nothing here by that name, or nothing the asker may see; the two answers are the same on purpose. */
public class NotFound extends RuntimeException {
    public NotFound(Object what) {
        super(String.valueOf(what));
    }
}
