package org.weimin.casework.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.Refused;

/**
 * 泄露扫描: the second, independent look at a list before it goes out. Knows no template; it looks for what must never
 * be public, however it came in: identity numbers, bank cards, phones, addresses, health words.
 */
final class LeakScanner {
    /** What was found, without repeating the thing itself. */
    record Leak(String kind, int position) {}

    private static final Pattern EIGHTEEN = Pattern.compile("(?<!\\d)(?=(\\d{17}[0-9X]))");
    private static final Pattern CARD = Pattern.compile("(?<!\\d)\\d{16,19}(?!\\d)");
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(?:86)?1[3-9]\\d{9}(?!\\d)");
    private static final Pattern MASKED_IDENTITY = Pattern.compile("\\d{6}\\*{4,}\\d{0,3}[0-9X]");
    private static final Pattern LONG_DIGITS = Pattern.compile("\\d{7,}");
    private static final Pattern ADDRESS =
            Pattern.compile("\\d+\\s*(?:号|弄|室|幢|栋|单元|层)|(?:路|街|巷|弄堂)\\s*\\d+|[A-Za-z]?\\d+-\\d+-\\d+室?");
    private static final Pattern HEALTH = Pattern.compile("残疾|肿瘤|癌|艾滋|HIV|精神病|尿毒症|重病|患病|服刑|戒毒|孤儿");

    private LeakScanner() {}

    static List<Leak> scan(String text) {
        String normal = IdentityNumber.normalised(text);
        var leaks = new ArrayList<Leak>();
        EIGHTEEN.matcher(normal)
                .results()
                .filter(hit -> IdentityNumber.faultOf(hit.group(1)).isEmpty())
                .forEach(hit -> leaks.add(new Leak("identity", hit.start())));
        CARD.matcher(normal)
                .results()
                .filter(hit -> isCard(hit.group()))
                .forEach(hit -> leaks.add(new Leak("card", hit.start())));
        find(MOBILE, "phone", normal, leaks);
        find(MASKED_IDENTITY, "masked-identity", normal, leaks);
        find(LONG_DIGITS, "digits", normal, leaks);
        find(ADDRESS, "address", normal, leaks);
        find(HEALTH, "health", normal, leaks);
        return leaks;
    }

    /** Refuses a text that must not go out. */
    static void demandClean(String text) {
        scan(text).stream().findFirst().ifPresent(leak -> {
            throw new Refused("casework.publicity.leak." + leak.kind());
        });
    }

    private static void find(Pattern pattern, String kind, String text, List<Leak> leaks) {
        pattern.matcher(text).results().map(MatchResult::start).forEach(at -> leaks.add(new Leak(kind, at)));
    }

    private static boolean isCard(String digits) {
        try {
            BankCard.of(digits);
            return true;
        } catch (Refused notOne) {
            return false;
        }
    }
}
