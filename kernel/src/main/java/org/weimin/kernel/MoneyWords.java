package org.weimin.kernel;

/** 大写金额: writes an amount the way a Chinese cheque does (正确填写票据和结算凭证的基本规定). */
final class MoneyWords {
    private static final String[] DIGITS = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    private static final String[] UNITS = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿", "亿亿"};

    private MoneyWords() {}

    static String of(Money money) {
        if (money.isNegative()) {
            return "负" + of(money.negated());
        }
        long yuan = money.fen() / 100;
        int jiao = (int) (money.fen() / 10 % 10);
        int fen = (int) (money.fen() % 10);
        var words = new StringBuilder();
        if (yuan > 0 || (jiao == 0 && fen == 0)) {
            words.append(integer(yuan)).append('元');
        }
        if (jiao == 0 && fen == 0) {
            return words.append('整').toString();
        }
        if (jiao > 0) {
            words.append(DIGITS[jiao]).append('角');
        } else if (yuan > 0) {
            words.append('零');
        }
        return fen > 0
                ? words.append(DIGITS[fen]).append('分').toString()
                : words.append('整').toString();
    }

    private static String integer(long yuan) {
        if (yuan == 0) {
            return DIGITS[0];
        }
        var words = new StringBuilder();
        boolean zeroPending = false;
        for (int group = GROUPS.length - 1; group >= 0; group--) {
            int part = (int) (yuan / pow10(4 * group) % 10_000);
            if (part == 0) {
                zeroPending = !words.isEmpty();
                continue;
            }
            if (!words.isEmpty() && (zeroPending || part < 1000)) {
                words.append(DIGITS[0]);
            }
            zeroPending = false;
            words.append(fourDigits(part)).append(GROUPS[group]);
        }
        return words.toString();
    }

    private static String fourDigits(int part) {
        var words = new StringBuilder();
        boolean zeroPending = false;
        for (int place = 3; place >= 0; place--) {
            int digit = (int) (part / pow10(place) % 10);
            if (digit == 0) {
                zeroPending = !words.isEmpty();
                continue;
            }
            if (zeroPending) {
                words.append(DIGITS[0]);
            }
            zeroPending = false;
            words.append(DIGITS[digit]).append(UNITS[place]);
        }
        return words.toString();
    }

    private static long pow10(int exponent) {
        long result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= 10;
        }
        return result;
    }
}
