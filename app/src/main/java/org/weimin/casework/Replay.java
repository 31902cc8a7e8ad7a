package org.weimin.casework;

import org.weimin.engine.Determination;

/** 重算核对: an answer as it was stored, and as the same facts and the same version of the law give it now. */
public record Replay(Determination stored, Determination again) {
    /** The same to the last row and the last sum. */
    public boolean isSame() {
        return stored.equals(again);
    }
}
