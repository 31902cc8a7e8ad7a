package org.weimin.facts;

import java.time.LocalDate;
import java.util.UUID;
import org.weimin.kernel.Period;
import org.weimin.kernel.Subject;
import org.weimin.shell.Texts;

/** 事实: one value that was true of a subject in a period, where it comes from, and the paper behind it. */
public record FactItem(
        UUID id,
        Subject subject,
        String name,
        String value,
        Period valid,
        String source,
        String evidence,
        LocalDate recordedOn) {

    /** The paper in words: what a decision of the house wrote by itself has that decision's id for one. */
    public static String evidenceInWords(String source, String evidence) {
        return source.equals("SYSTEM") ? Texts.t("facts.evidence.system") : evidence;
    }
}
