package org.weimin.intake;

/** 申请渠道: how an application came in. ASSISTED means that somebody filed it with a written authorisation. */
public enum Channel {
    WINDOW,
    ASSISTED,
    ONLINE
}
