package org.weimin.people.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * 对照册: everything residents are compared by, in columns of plain numbers: about 90 bytes a resident. Phones, cards
 * and addresses are fingerprints; identity numbers are not in it at all.
 */
final class Roll {
    static final long NONE = 0;
    /** Who is dead on no day. */
    static final int ALIVE = Integer.MIN_VALUE;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<NameForms> forms = new ArrayList<>();
    private long[] high = new long[1 << 12];
    private long[] low = new long[1 << 12];
    private long[] phone = new long[1 << 12];
    private long[] card = new long[1 << 12];
    private long[] address = new long[1 << 12];
    private long[] area = new long[1 << 12];
    private int[] name = new int[1 << 12];
    private int[] birth = new int[1 << 12];
    private int[] death = new int[1 << 12];
    private boolean[] male = new boolean[1 << 12];
    private int size;

    /** One resident as the register has it; a missing phone, card or address is {@link #NONE}. */
    record Entry(
            UUID id,
            String name,
            boolean male,
            LocalDate birth,
            int deathDay,
            long phone,
            long card,
            long address,
            String area) {}

    void add(Entry entry) {
        if (size == high.length) {
            grow();
        }
        high[size] = entry.id().getMostSignificantBits();
        low[size] = entry.id().getLeastSignificantBits();
        name[size] = codes.computeIfAbsent(entry.name(), text -> {
            forms.add(NameForms.of(text));
            return forms.size() - 1;
        });
        male[size] = entry.male();
        birth[size] = (int) entry.birth().toEpochDay();
        death[size] = entry.deathDay();
        phone[size] = entry.phone();
        card[size] = entry.card();
        address[size] = entry.address();
        area[size] = Fingerprint.of(entry.area());
        size++;
    }

    private void grow() {
        int more = 2 * size;
        high = Arrays.copyOf(high, more);
        low = Arrays.copyOf(low, more);
        phone = Arrays.copyOf(phone, more);
        card = Arrays.copyOf(card, more);
        address = Arrays.copyOf(address, more);
        area = Arrays.copyOf(area, more);
        name = Arrays.copyOf(name, more);
        birth = Arrays.copyOf(birth, more);
        death = Arrays.copyOf(death, more);
        male = Arrays.copyOf(male, more);
    }

    int size() {
        return size;
    }

    UUID id(int row) {
        return new UUID(high[row], low[row]);
    }

    NameForms name(int row) {
        return forms.get(name[row]);
    }

    boolean male(int row) {
        return male[row];
    }

    int birthDay(int row) {
        return birth[row];
    }

    LocalDate birth(int row) {
        return LocalDate.ofEpochDay(birth[row]);
    }

    int deathDay(int row) {
        return death[row];
    }

    long phone(int row) {
        return phone[row];
    }

    long card(int row) {
        return card[row];
    }

    long address(int row) {
        return address[row];
    }

    long area(int row) {
        return area[row];
    }
}
