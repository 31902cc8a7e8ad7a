package org.weimin.divisions;

/** 社区类型: what kind of place a village or community is; services and figures differ by it (Songjiang 2013). */
public enum CommunityKind {
    /** 城市社区. */
    URBAN,
    /** 农村（村）. */
    VILLAGE,
    /** 镇管社区: a town administers it before a community has been formed. */
    TOWN_ADMINISTERED,
    /** 大型居住社区. */
    LARGE_ESTATE,
    /** 成熟社区. */
    MATURE,
    /** 新城社区. */
    NEW_TOWN;

    /** Where the county has said nothing: a villagers' committee is of a village, every other of an urban community. */
    public static CommunityKind ofName(String name) {
        return name.endsWith("村委会") || name.endsWith("村民委员会") || name.endsWith("村") ? VILLAGE : URBAN;
    }
}
