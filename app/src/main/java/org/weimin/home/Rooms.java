package org.weimin.home;

import java.util.List;

/** 房间次序: every room that owns tables, from the foundations down; migrations run and references point in this order. */
public final class Rooms {
    public static final List<String> IN_ORDER = List.of(
            "home",
            "shell",
            "audit",
            "divisions",
            "access",
            "people",
            "facts",
            "ledger",
            "policy",
            "eligibility",
            "intake",
            "casework",
            "registries",
            "benefits",
            "payments",
            "linkage",
            "screening",
            "oversight",
            "offices",
            "portal",
            "simulator",
            "demo");

    private Rooms() {}
}
