package org.weimin.casework;

/** 新情况: whether a recipient who was heard told something that the assessment did not know. */
public enum NewFacts {
    NONE,
    TOLD
}
