package org.weimin.casework;

import java.time.LocalDate;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;

/** 听取意见: that a recipient was told what is planned and heard before aid is reduced or ended (社会救助法 第四十八条). */
public record Hearing(LocalDate noticeServedOn, LocalDate heardOn, Manner manner, String statement, StaffId heardBy) {
    /** How the recipient was heard; SILENT means told in time and nothing said. */
    public enum Manner {
        IN_PERSON,
        BY_PHONE,
        IN_WRITING,
        SILENT
    }

    public Hearing {
        if (heardOn.isBefore(noticeServedOn)) {
            throw new Refused("casework.hear.before-notice", noticeServedOn, heardOn);
        }
        if (statement.isBlank()) {
            throw new Refused("casework.hear.no-statement");
        }
    }
}
