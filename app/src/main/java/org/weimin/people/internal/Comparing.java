package org.weimin.people.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.weimin.people.internal.Level.Observation;

/** 比对: what speaks for two records being one person and what speaks against it, without opening a sealed number. */
final class Comparing {
    private final Roll roll;
    private final Frequencies written;
    private final Frequencies read;
    private final Frequencies shaped;
    private final Frequencies open;
    private final Frequencies births;
    private final Frequencies phones;
    private final Frequencies cards;
    private final Frequencies addresses;
    private final Frequencies areas;

    Comparing(Roll roll) {
        this.roll = roll;
        int size = roll.size();
        written = new Frequencies(size);
        read = new Frequencies(size);
        shaped = new Frequencies(size);
        open = new Frequencies(2 * size);
        births = new Frequencies(size);
        phones = new Frequencies(size);
        cards = new Frequencies(size);
        addresses = new Frequencies(size);
        areas = new Frequencies(size);
        for (int row = 0; row < size; row++) {
            count(row);
        }
        List.of(written, read, shaped, open, births, phones, cards, addresses, areas)
                .forEach(Frequencies::sorted);
    }

    private void count(int row) {
        NameForms name = roll.name(row);
        written.add(name.written());
        read.add(name.read());
        shaped.add(name.shaped());
        for (int i = 1; i < name.length(); i++) {
            open.add(name.open(i));
        }
        births.add(roll.birthDay(row));
        phones.add(roll.phone(row));
        cards.add(roll.card(row));
        addresses.add(roll.address(row));
        areas.add(roll.area(row));
    }

    /** What every field shows. */
    List<Observation> of(int one, int other) {
        var found = new ArrayList<Observation>();
        Observation name = name(roll.name(one), roll.name(other));
        Observation birth = birth(one, other);
        found.add(name);
        found.add(birth);
        found.add((roll.male(one) == roll.male(other) ? Level.SEX_EQUAL : Level.SEX_DIFFERENT).observed());
        boolean atHome = contact(one, other, found);
        if (name.level() == Level.NAME_CHARACTER && birth.level() == Level.BIRTH_EQUAL) {
            found.add((atHome ? Level.TWINS_HOME : Level.TWINS_APART).observed());
        }
        if (roll.deathDay(one) != Roll.ALIVE
                && roll.deathDay(other) != Roll.ALIVE
                && roll.deathDay(one) != roll.deathDay(other)) {
            found.add(Level.DEATH_DIFFERENT.observed());
        }
        return found;
    }

    private Observation name(NameForms one, NameForms other) {
        if (one.written() == other.written()) {
            return Level.NAME_EQUAL.sharedBy(written.of(one.written()));
        }
        if (one.read() == other.read()) {
            return Level.NAME_SOUND.sharedBy(read.of(one.read()));
        }
        if (one.shaped() == other.shaped()) {
            return Level.NAME_SHAPE.sharedBy(shaped.of(one.shaped()));
        }
        long apart = one.oneCharacterApart(other);
        return apart == Roll.NONE ? Level.NAME_DIFFERENT.observed() : Level.NAME_CHARACTER.sharedBy(open.of(apart));
    }

    private Observation birth(int one, int other) {
        if (roll.birthDay(one) == roll.birthDay(other)) {
            return Level.BIRTH_EQUAL.sharedBy(births.of(roll.birthDay(one)));
        }
        return (isSlip(roll.birth(one), roll.birth(other)) ? Level.BIRTH_NEAR : Level.BIRTH_DIFFERENT).observed();
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
    private boolean contact(int one, int other, List<Observation> found) {
        boolean phone = agree(Level.PHONE_EQUAL, roll.phone(one), roll.phone(other), phones, found);
        if (!phone && roll.phone(one) != Roll.NONE && roll.phone(other) != Roll.NONE) {
            found.add(Level.PHONE_DIFFERENT.observed());
        }
        boolean card = agree(Level.CARD_EQUAL, roll.card(one), roll.card(other), cards, found);
        if (!card && roll.card(one) != Roll.NONE && roll.card(other) != Roll.NONE) {
            found.add(Level.CARD_DIFFERENT.observed());
        }
        boolean address = agree(Level.ADDRESS_EQUAL, roll.address(one), roll.address(other), addresses, found);
        if (!address && !agree(Level.PLACE_EQUAL, roll.area(one), roll.area(other), areas, found)) {
            found.add(Level.PLACE_DIFFERENT.observed());
        }
        return phone || card || address;
    }

    private static boolean agree(Level level, long one, long other, Frequencies frequencies, List<Observation> found) {
        boolean equal = one == other && one != Roll.NONE;
        if (equal) {
            found.add(level.sharedBy(frequencies.of(one)));
        }
        return equal;
    }
}
