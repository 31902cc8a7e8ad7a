package org.weimin.engine;

/** 联动作用: what an event does in a matter. {@code RECHECK} may end in less, but only after its own hearing. */
public enum LinkEffect {
    DRAFT,
    RECHECK,
    SUSPEND,
    STOP,
    NOTIFY,
    HAND_OVER,
    PUBLISH,
    NONE;

    /** Whether it takes something away at once, so that the recipient is heard first (社会救助法 第四十八条). */
    public boolean isAdverse() {
        return this == SUSPEND || this == STOP;
    }
}
