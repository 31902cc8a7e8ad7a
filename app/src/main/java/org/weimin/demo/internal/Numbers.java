package org.weimin.demo.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.IdentityNumber;
import org.weimin.people.Family;

/** 号码: valid in form and nobody's in fact. Identity numbers begin with 99, cards with a prefix no bank uses. */
final class Numbers {
    private static final String SONGJIANG = "990117";
    private static final String CARD_PREFIX = "629999";
    private static final List<String> BANKS = List.of("上海农商银行", "农业银行", "工商银行", "建设银行", "邮储银行");
    private final Chance chance;
    private final Map<String, Integer> drawn = new HashMap<>();
    private final String region;
    private long cards;

    Numbers(Chance chance) {
        this(chance, SONGJIANG, 0);
    }

    /** Another county's, so that nobody gets a number that somebody has. */
    Numbers(Chance chance, String region, long cards) {
        this.chance = chance;
        this.region = region;
        this.cards = cards;
    }

    IdentityNumber identity(LocalDate birth, boolean male) {
        String day = birth.format(DateTimeFormatter.BASIC_ISO_DATE);
        int number = drawn.merge(day + male, 1, Integer::sum);
        if (number > 499) {
            throw new IllegalStateException("More than 499 births of one sex on " + birth);
        }
        // The steps of 211 visit every sequence once, and the last four digits differ from person to person.
        int sequence = 2 * ((birth.getDayOfYear() * 37 + number * 211) % 499 + 1) - (male ? 1 : 0);
        String seventeen = region + day + String.format("%03d", sequence);
        return new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
    }

    Family.Account account() {
        String digits = CARD_PREFIX + String.format("%012d", ++cards);
        return new Family.Account(chance.of(BANKS), new BankCard(digits + luhn(digits)));
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            boolean twice = (digits.length() - 1 - i) % 2 == 0;
            sum += twice ? digit * 2 - (digit > 4 ? 9 : 0) : digit;
        }
        return (10 - sum % 10) % 10;
    }
}
