package org.weimin.people.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.weimin.people.Likeness;

/** 比对: what speaks for two records being one person and what speaks against it, without opening a sealed number. */
final class Comparing {
    /** Phone, card and address together say no more than this: families share them. */
    private static final int MOST_OF_CONTACT = 120;

    private final Roll roll;
    private final Weights weights;
    private final Frequencies written;
    private final Frequencies read;
    private final Frequencies open;
    private final Frequencies births;
    private final Frequencies phones;
    private final Frequencies cards;
    private final Frequencies addresses;
    private final Frequencies areas;

    Comparing(Roll roll) {
        this.roll = roll;
        this.weights = new Weights(roll.size());
        int size = roll.size();
        written = new Frequencies(size);
        read = new Frequencies(size);
        open = new Frequencies(2 * size);
        births = new Frequencies(size);
        phones = new Frequencies(size);
        cards = new Frequencies(size);
        addresses = new Frequencies(size);
        areas = new Frequencies(size);
        for (int row = 0; row < size; row++) {
            count(row);
        }
        List.of(written, read, open, births, phones, cards, addresses, areas).forEach(Frequencies::sorted);
    }

    private void count(int row) {
        NameForms name = roll.name(row);
        written.add(name.written());
        read.add(name.read());
        for (int i = 1; i < name.length(); i++) {
            open.add(name.open(i));
        }
        births.add(roll.birthDay(row));
        phones.add(roll.phone(row));
        cards.add(roll.card(row));
        addresses.add(roll.address(row));
        areas.add(roll.area(row));
    }

    /** What is believed before anything is compared, and then every field. */
    List<Likeness> of(int one, int other) {
        var found = new ArrayList<Likeness>();
        found.add(new Likeness("start", "odds", weights.start(), roll.size()));
        Likeness name = name(roll.name(one), roll.name(other));
        Likeness birth = birth(one, other);
        found.add(name);
        found.add(birth);
        found.add(roll.male(one) == roll.male(other) ? FixedWeights.SEX_EQUAL : FixedWeights.SEX_DIFFERENT);
        boolean atHome = contact(one, other, found);
        if (name.how().equals("character") && birth.how().equals("equal")) {
            found.add(atHome ? FixedWeights.TWINS_HOME : FixedWeights.TWINS_APART);
        }
        if (roll.deathDay(one) != Roll.ALIVE
                && roll.deathDay(other) != Roll.ALIVE
                && roll.deathDay(one) != roll.deathDay(other)) {
            found.add(FixedWeights.DEATH_DIFFERENT);
        }
        return found;
    }

    static int sum(List<Likeness> reasons) {
        return reasons.stream().mapToInt(Likeness::tenths).sum();
    }

    private Likeness name(NameForms one, NameForms other) {
        if (one.written() == other.written()) {
            int shared = written.of(one.written());
            return new Likeness("name", "equal", weights.ofShared(0.84, shared), shared);
        }
        if (one.read() == other.read()) {
            int shared = read.of(one.read());
            return new Likeness("name", "sound", weights.ofShared(0.10, shared), shared);
        }
        long apart = one.oneCharacterApart(other);
        if (apart != Roll.NONE) {
            int shared = open.of(apart);
            return new Likeness("name", "character", weights.ofShared(0.03, shared), shared);
        }
        return FixedWeights.NAME_DIFFERENT;
    }

    private Likeness birth(int one, int other) {
        if (roll.birthDay(one) == roll.birthDay(other)) {
            int shared = births.of(roll.birthDay(one));
            return new Likeness("birth", "equal", weights.ofShared(0.90, shared), shared);
        }
        return isSlip(roll.birth(one), roll.birth(other)) ? FixedWeights.BIRTH_NEAR : FixedWeights.BIRTH_DIFFERENT;
    }

    /** One digit is another, two neighbours changed places, or day and month did. */
    static boolean isSlip(LocalDate one, LocalDate other) {
        boolean swapped = one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
        return swapped || Digits.areOneSlipApart(digits(one), digits(other));
    }

    private static String digits(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** Whether any of phone, card and address is the same. */
    private boolean contact(int one, int other, List<Likeness> found) {
        var equal = new ArrayList<Likeness>();
        boolean phone = agree("phone", 0.5, roll.phone(one), roll.phone(other), phones, equal);
        boolean card = agree("card", 0.4, roll.card(one), roll.card(other), cards, equal);
        boolean address = agree("address", 0.35, roll.address(one), roll.address(other), addresses, equal);
        boolean place = address || agree("place", 0.6, roll.area(one), roll.area(other), areas, equal);
        found.addAll(equal);
        int positive = Comparing.sum(equal);
        if (positive > MOST_OF_CONTACT) {
            found.add(new Likeness("contact", "shared", MOST_OF_CONTACT - positive, 0));
        }
        if (!phone && bothSay(roll.phone(one), roll.phone(other))) {
            found.add(FixedWeights.PHONE_DIFFERENT);
        }
        if (!card && bothSay(roll.card(one), roll.card(other))) {
            found.add(FixedWeights.CARD_DIFFERENT);
        }
        if (!place) {
            found.add(FixedWeights.PLACE_DIFFERENT);
        }
        return phone || card || address;
    }

    private static boolean bothSay(long one, long other) {
        return one != Roll.NONE && other != Roll.NONE;
    }

    private boolean agree(
            String field, double amongSame, long one, long other, Frequencies frequencies, List<Likeness> found) {
        boolean equal = one == other && one != Roll.NONE;
        if (equal) {
            int shared = frequencies.of(one);
            found.add(new Likeness(field, "equal", weights.ofShared(amongSame, shared), shared));
        }
        return equal;
    }
}
