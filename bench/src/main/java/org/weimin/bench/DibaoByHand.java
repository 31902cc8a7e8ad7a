package org.weimin.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.weimin.engine.Pack;
import org.weimin.kernel.DivisionCode;

/**
 * The rules of dibao as a programmer would write them once for one place: whole fen, primitive arrays, one pass over
 * the members. The fastest thing that compiled rules can be held against; it explains nothing and knows no unknown.
 */
final class DibaoByHand {
    static final int HEAD = 0;
    static final int SPOUSE = 1;
    static final int CHILD = 2;
    static final int OTHER = 3;
    private static final int MONTHS = 12;
    private static final int ADULT = 18;
    private static final int GRAVE = 2;
    private static final int MIDDLE = 3;
    private final long standard;
    private final long standardRural;
    private final long standardMinor;
    private final long standardMinorRural;
    private final long minimumWage;
    private final long disregard;
    private final int elderlyAge;
    private final int[] shares;
    private final long assetsMonths;
    private final long areaPerMember;
    private final long capitalLimit;
    private final int today;
    int households;
    int members;
    int[] firstMember = new int[1];
    boolean[] consent = {};
    boolean[] rural = {};
    long[] assets = {};
    byte[] dwellings = {};
    int[] area = {};
    byte[] premises = {};
    byte[] cars = {};
    long[] capital = {};
    int[] birth = {};
    byte[] relation = {};
    boolean[] together = {};
    boolean[] inPrison = {};
    boolean[] student = {};
    boolean[] unable = {};
    boolean[] mind = {};
    byte[] grade = {};
    boolean[] ill = {};
    boolean[] hardship = {};
    boolean[] tekun = {};
    long[] wage = {};
    long[] business = {};
    long[] property = {};
    long[] transfer = {};
    long[] pension = {};

    DibaoByHand(Pack pack, DivisionCode place, LocalDate asOf) {
        var values = new Values(pack, place, asOf);
        values.mustBe("incomeWindowMonths", "12");
        values.mustBe("imputedIncome", "NONE");
        values.mustBe("supportMethod", "NONE");
        values.mustBe("grantMode", "GAP");
        values.mustBe("rounding", "UP");
        values.mustBe("roundingScale", "2");
        values.mustBe("basicPensionShare", "1");
        values.mustBe("singleEntryMultiple", "2");
        standard = values.hundredths("standard");
        standardRural = values.hundredths("standardRural");
        standardMinor = values.hundredths("standardMinor");
        standardMinorRural = values.hundredths("standardMinorRural");
        minimumWage = values.hundredths("minimumWage");
        disregard = values.hundredths("workDisregard");
        elderlyAge = (int) values.hundredths("supplementElderlyAge") / 100;
        shares = new int[] {
            (int) values.hundredths("supplementElderly"),
            (int) values.hundredths("supplementMinor"),
            (int) values.hundredths("supplementDisabled"),
            (int) values.hundredths("supplementIll")
        };
        assetsMonths = values.hundredths("financialAssetsMonths") / 100;
        areaPerMember = values.hundredths("smallDwellingArea");
        capitalLimit = values.hundredths("businessCapitalLimit");
        today = day(asOf);
    }

    private record Values(Pack pack, DivisionCode place, LocalDate asOf) {
        void mustBe(String name, String value) {
            if (!pack.value(name, place, asOf).value().equals(value)) {
                throw new IllegalStateException(name + " is written here for " + value);
            }
        }

        long hundredths(String name) {
            return new BigDecimal(pack.value(name, place, asOf).value())
                    .movePointRight(2)
                    .longValueExact();
        }
    }

    static int day(LocalDate day) {
        return ((day.getYear() * MONTHS + day.getMonthValue() - 1) << 5) | day.getDayOfMonth();
    }

    /** Fen a month, or the refusal's row turned round: -1 is the first one. */
    long judge(int household) {
        if (!consent[household]) {
            return -1;
        }
        long own = rural[household] ? standardRural : standard;
        long minor = rural[household] ? standardMinorRural : standardMinor;
        int count = 0;
        int singles = 0;
        long income = 0;
        long standards = 0;
        long shareOfAll = 0;
        long shareOfSingles = 0;
        long gapOfSingles = 0;
        for (int m = firstMember[household]; m < firstMember[household + 1]; m++) {
            int age = (today - birth[m]) / 32 / MONTHS;
            if (!counts(m, age)) {
                continue;
            }
            long earned = income(m);
            long due = age < ADULT || student[m] ? minor : own;
            int share = share(m, age);
            count++;
            income += earned;
            standards += due;
            shareOfAll += share;
            if (mayEnterAlone(m) && earned < due * MONTHS) {
                singles++;
                gapOfSingles += Math.ceilDiv(due * MONTHS - earned, MONTHS);
                shareOfSingles += share;
            }
        }
        if (count == 0) {
            return -2;
        }
        long perCapita = income / ((long) count * MONTHS);
        boolean whole = perCapita < own;
        if (!whole && (singles == 0 || perCapita >= 2 * own)) {
            return -3;
        }
        int refusal = refusal(household, own, count);
        if (refusal != 0) {
            return refusal;
        }
        long base = whole ? Math.ceilDiv(standards * MONTHS - income, MONTHS) : gapOfSingles;
        return base + (own * (whole ? shareOfAll : shareOfSingles) + 50) / 100;
    }

    private int refusal(int household, long own, int count) {
        if (assets[household] > own * assetsMonths * count) {
            return -4;
        }
        boolean small = dwellings[household] <= 2 && area[household] <= areaPerMember * count;
        if (dwellings[household] > 1 && !small) {
            return -5;
        }
        return premises[household] > 0 ? -6 : cars[household] > 0 ? -7 : capital[household] >= capitalLimit ? -8 : 0;
    }

    private boolean counts(int m, int age) {
        if (tekun[m] || inPrison[m]) {
            return false;
        }
        return switch (relation[m]) {
            case HEAD, SPOUSE -> true;
            case CHILD -> age < ADULT || student[m] || unable[m] || together[m];
            default -> false;
        };
    }

    private long income(int m) {
        long less = wage[m] >= minimumWage * MONTHS ? Math.min(wage[m], disregard * MONTHS) : 0;
        return Math.max(0, wage[m] - less + business[m] + property[m] + transfer[m] + pension[m]);
    }

    private boolean mayEnterAlone(int m) {
        boolean grave = grade[m] >= 1 && grade[m] <= GRAVE;
        return grave || (grade[m] == MIDDLE && mind[m]) || ill[m] || hardship[m];
    }

    private int share(int m, int age) {
        int share = age >= elderlyAge ? shares[0] : 0;
        share = age < ADULT ? Math.max(share, shares[1]) : share;
        share = grade[m] >= 1 && grade[m] <= GRAVE ? Math.max(share, shares[2]) : share;
        return ill[m] ? Math.max(share, shares[3]) : share;
    }

    /** Makes room for so many households of at most four members. */
    void room(int most) {
        firstMember = new int[most + 1];
        consent = new boolean[most];
        rural = new boolean[most];
        assets = new long[most];
        dwellings = new byte[most];
        area = new int[most];
        premises = new byte[most];
        cars = new byte[most];
        capital = new long[most];
        int people = 4 * most;
        birth = new int[people];
        relation = new byte[people];
        together = new boolean[people];
        inPrison = new boolean[people];
        student = new boolean[people];
        unable = new boolean[people];
        mind = new boolean[people];
        grade = new byte[people];
        ill = new boolean[people];
        hardship = new boolean[people];
        tekun = new boolean[people];
        wage = new long[people];
        business = new long[people];
        property = new long[people];
        transfer = new long[people];
        pension = new long[people];
    }
}
