package org.weimin.screening.internal;

import java.util.Arrays;
import java.util.UUID;

/** 一批家庭: who is in which row of the columns. */
final class Homes {
    static final int NOBODY = -1;
    private final RowOfId householdRows = new RowOfId();
    private final RowOfId memberRows = new RowOfId();
    private final RowOfId departedFrom = new RowOfId();
    private long[] householdIds = new long[2_048];
    private long[] memberIds = new long[8_192];
    private int[] householdOf = new int[4_096];
    private int[] places = new int[1_024];
    private int households;
    private int members;

    void household(long high, long low, int place) {
        places = households < places.length ? places : Arrays.copyOf(places, 2 * households);
        places[households] = place;
        householdIds = put(householdIds, households, high, low);
        householdRows.put(high, low, households++);
    }

    /** A living member; a household's members follow one another. */
    void member(int household, long high, long low) {
        memberIds = put(memberIds, members, high, low);
        householdOf = members < householdOf.length ? householdOf : Arrays.copyOf(householdOf, 2 * members);
        householdOf[members] = household;
        memberRows.put(high, low, members++);
    }

    /** A member who died. */
    void departed(int household, long high, long low) {
        departedFrom.put(high, low, household);
    }

    /** The household that somebody died in, or {@code -1}. */
    int departedFrom(long high, long low) {
        return departedFrom.get(high, low);
    }

    int place(int household) {
        return places[household];
    }

    int householdRow(long high, long low) {
        return householdRows.get(high, low);
    }

    int memberRow(long high, long low) {
        return memberRows.get(high, low);
    }

    int householdOf(int member) {
        return householdOf[member];
    }

    UUID householdId(int row) {
        return new UUID(householdIds[2 * row], householdIds[2 * row + 1]);
    }

    UUID memberId(int row) {
        return new UUID(memberIds[2 * row], memberIds[2 * row + 1]);
    }

    int households() {
        return households;
    }

    int members() {
        return members;
    }

    private static long[] put(long[] ids, int row, long high, long low) {
        long[] room = 2 * row < ids.length ? ids : Arrays.copyOf(ids, 2 * ids.length);
        room[2 * row] = high;
        room[2 * row + 1] = low;
        return room;
    }
}
