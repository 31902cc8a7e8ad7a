package org.weimin.access;

/** 角色: what a post is for. What each role may do is listed in {@code permissions/<room>.yaml}, never in code. */
public enum Role {
    COMMUNITY_WORKER,
    STREET_CLERK,
    STREET_LEADER,
    COUNTY_OFFICER,
    COUNTY_LEADER,
    PAYER,
    RELEASER,
    AUDITOR,
    SYSTEM_ADMIN,
    SECURITY_ADMIN
}
