package org.weimin.access.internal;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.weimin.kernel.Refused;

/**
 * 口令规则: two profiles, because the two rule books contradict each other. {@code MLPS3} (GB/T 22239 level 3) wants
 * kinds of characters and a change every 90 days; {@code ASVS} wants length and strength and forbids both.
 */
public enum PasswordRules {
    MLPS3(10, Optional.of(Duration.ofDays(90))) {
        @Override
        boolean isWeak(String password, List<String> personal) {
            return kindsOfCharacters(password) < 3 || strength(password, personal) < 2;
        }
    },
    ASVS(12, Optional.empty()) {
        @Override
        boolean isWeak(String password, List<String> personal) {
            return strength(password, personal) < 3;
        }
    };

    static final int REMEMBERED = 5;
    private static final int LONGEST = 128;
    private static final int MEASURED = 64;
    private static final Zxcvbn MEASURE = new Zxcvbn();
    private final int shortest;
    private final Optional<Duration> validFor;

    PasswordRules(int shortest, Optional<Duration> validFor) {
        this.shortest = shortest;
        this.validFor = validFor;
    }

    abstract boolean isWeak(String password, List<String> personal);

    /** How long a password may be used alone; a second factor lifts the limit. */
    Optional<Duration> validFor() {
        return validFor;
    }

    /** Refuses a password that is short, weak, or made of the owner's own names. */
    void check(String password, List<String> personal) {
        int length = password.codePointCount(0, password.length());
        if (length < shortest || length > LONGEST) {
            throw new Refused("access.password.length", shortest, LONGEST);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        boolean ownWords = personal.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(word -> word.length() > 1 && lower.contains(word));
        if (ownWords || isWeak(password, personal)) {
            throw new Refused("access.password.weak." + name().toLowerCase(Locale.ROOT));
        }
    }

    private static int strength(String password, List<String> personal) {
        String measured = password.length() <= MEASURED ? password : password.substring(0, MEASURED);
        return MEASURE.measure(measured, personal).getScore();
    }

    private static long kindsOfCharacters(String password) {
        return Stream.of("\\p{Ll}", "\\p{Lu}", "\\p{Nd}", "[^\\p{Ll}\\p{Lu}\\p{Nd}]")
                .filter(kind -> password.matches("(?s).*" + kind + ".*"))
                .count();
    }
}
