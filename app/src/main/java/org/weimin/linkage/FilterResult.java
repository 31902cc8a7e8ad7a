package org.weimin.linkage;

import org.weimin.engine.EventKind.Filter;

/** 过滤结果: what one question found; after the first that failed nothing more is asked. */
public record FilterResult(int no, Filter filter, Outcome outcome, Why why) {
    /** 过滤结论. */
    public enum Outcome {
        PASSED,
        FAILED,
        NOT_ASSESSED
    }

    /** 理由: a date, a number or the like that the text of the filter names; may be empty. */
    public record Why(String detail) {
        public static final Why NOTHING = new Why("");
    }

    /** The text of a filter that failed: what is wrong, by which rule, what to do next. */
    public String code() {
        return "linkage.filter." + filter;
    }
}
