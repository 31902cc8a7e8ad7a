package org.weimin.casework;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;

/** 公示公布: one entry on the public board; {@code projection} is all of it that anybody may see, masked. */
public record Notice(
        UUID id,
        CaseFileId caseFile,
        Kind kind,
        int number,
        Map<String, String> projection,
        LocalDate postedOn,
        LocalDate dueOn,
        Optional<LocalDate> takenDownOn,
        DivisionCode area) {
    /** PROPOSED hangs before the decision for objections, CONFIRMED after it (社会救助法 第四十五条). */
    public enum Kind {
        PROPOSED,
        CONFIRMED
    }
}
