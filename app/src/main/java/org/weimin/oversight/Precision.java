package org.weimin.oversight;

/** 查准率: of one kind, how many are open and how many of the closed ones turned out to be something. */
public record Precision(Anomaly.Kind kind, long open, long explained, long confirmed, long handedOver) {
    public long closed() {
        return explained + confirmed + handedOver;
    }

    public long total() {
        return open + closed();
    }

    /** Of a hundred that were looked into, how many were something; none were looked into yet: -1. */
    public int percent() {
        return closed() == 0 ? -1 : (int) (100 * (confirmed + handedOver) / closed());
    }
}
