package org.weimin.casework.internal;

/** 工作量: how much is open with one street or one official. */
public record Load(String key, long open, long overdue, long soon) {
    /** By whom it is counted. */
    public enum By {
        TOWN,
        HANDLER
    }
}
