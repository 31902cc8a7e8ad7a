package org.weimin.oversight;

import org.weimin.kernel.Refused;
import org.weimin.oversight.Anomaly.Status;

/**
 * 核查结论: what came of it, in words; whoever is handed something is named.
 *
 * @param version of the anomaly that was read
 */
public record CloseAnomaly(AnomalyId anomaly, Status result, String note, String receiver, int version) {
    private static final int SHORTEST = 4;

    public CloseAnomaly {
        note = note.strip();
        receiver = receiver.strip();
        if (result == Status.OPEN) {
            throw new Refused("oversight.close.no-result");
        }
        if (note.codePointCount(0, note.length()) < SHORTEST) {
            throw new Refused("oversight.close.no-reason", SHORTEST);
        }
        if (result == Status.HANDED_OVER && receiver.isEmpty()) {
            throw new Refused("oversight.close.no-receiver");
        }
    }

    String words() {
        return result == Status.HANDED_OVER ? receiver + "：" + note : note;
    }
}
