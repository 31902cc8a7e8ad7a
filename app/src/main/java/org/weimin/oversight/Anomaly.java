package org.weimin.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.kernel.DivisionCode;

/**
 * 疑点: something odd, the figures that say how odd, and the rows it rests on. It says nothing about right or wrong.
 *
 * @param figures by the names that the explanation of its kind asks for
 */
public record Anomaly(
        AnomalyId id,
        Kind kind,
        DivisionCode area,
        Map<String, String> figures,
        List<Evidence> evidence,
        Seen seen,
        Status status,
        int version) {
    public Anomaly {
        figures = Map.copyOf(figures);
        evidence = List.copyOf(evidence);
    }

    /** 疑点类别: what auditors look for. */
    public enum Kind {
        SHARED_CARD,
        PAID_AFTER_DEATH,
        OFFICIAL_RELATIVE,
        KIN_DECIDED,
        CROWDED_ADDRESS,
        OUT_OF_LINE,
        ODD_HOUR,
        TOO_FAST,
        RECEIVED_TWICE,
        EXCLUDING,
        SAME_INCOME,
        SAME_PHONE
    }

    /** 核查结果. */
    public enum Status {
        OPEN,
        EXPLAINED,
        CONFIRMED,
        HANDED_OVER
    }

    /** When it was found first and last, and since when it is no longer there. */
    public record Seen(LocalDate foundOn, LocalDate lastOn, Optional<LocalDate> goneOn) {}

    /** 经过: one thing that was done with it. */
    public record Step(String what, String note, LocalDate on, String by) {}
}
