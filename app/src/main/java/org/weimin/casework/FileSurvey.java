package org.weimin.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.weimin.intake.Paper;
import org.weimin.kernel.StaffId;

/**
 * 提交入户调查表: what was asked, seen and signed at the door, and who was there as well.
 *
 * @param answers by the question's id
 * @param pictures photos and the drawn signature, as they were uploaded
 */
public record FileSurvey(
        LocalDate visitedOn,
        StaffId second,
        Map<String, String> answers,
        Seen seen,
        Map<Paper.Kind, List<byte[]>> pictures) {
    /** What was found, and who signed for it. */
    public record Seen(String place, String findings, String signedBy, RecordVisit.Finding finding) {}
}
