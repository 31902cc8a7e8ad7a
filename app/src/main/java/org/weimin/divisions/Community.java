package org.weimin.divisions;

/** 村（社区） with its kind; {@code said} if the county has said it, otherwise its name tells. */
public record Community(Division division, CommunityKind kind, boolean said) {}
