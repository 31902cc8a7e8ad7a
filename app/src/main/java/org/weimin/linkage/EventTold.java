package org.weimin.linkage;

/** 已报事件: an event was told, told otherwise, or settled by a person; what follows from it is worked after the commit. */
public record EventTold(EventId event, About.Kind about) {}
