package org.weimin.ledger;

/** 资金层级: which treasury voted the money. Once voted it is pooled, so every other account is {@link #POOLED}. */
public enum Level {
    CENTRAL,
    PROVINCE,
    PREFECTURE,
    COUNTY,
    POOLED
}
