package org.weimin.divisions;

import java.time.LocalDate;

/** 意见: what a body or a resident said of a plan while it hung out. */
public record Opinion(String giver, Stance stance, String words, LocalDate on) {
    /** 态度. */
    public enum Stance {
        FOR,
        AGAINST,
        REMARK
    }
}
