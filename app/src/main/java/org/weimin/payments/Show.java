package org.weimin.payments;

/** 明细筛选: which lines of a run a list shows. */
public enum Show {
    ALL,
    LOOK,
    WAITING,
    RETURNED,
    SETTLED
}
