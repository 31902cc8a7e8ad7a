package org.weimin.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.weimin.engine.Pack;
import org.weimin.engine.population.Column;
import org.weimin.engine.population.Columns;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.kernel.DivisionCode;

/** Households drawn as a county has them, once as columns of the engine and once as the arrays of hand-written code. */
record Lot(Columns columns, DibaoByHand byHand) {
    private static final LocalDate EARLIEST = LocalDate.of(1935, 1, 1);
    private static final int DAYS = 32_000;

    static Lot draw(CompiledMatter matter, DivisionCode place, LocalDate asOf, int households, long seed) {
        Pack pack = matter.pack();
        var columns = Columns.of(pack.dictionary(), matter.facts(), List.of(place));
        var byHand = new DibaoByHand(pack, place, asOf);
        byHand.room(households);
        var random = new Random(seed);
        for (int i = 0; i < households; i++) {
            household(columns, byHand, random);
        }
        settle(columns, matter);
        return new Lot(columns, byHand);
    }

    private static void household(Columns columns, DibaoByHand hand, Random random) {
        int row = columns.household(0);
        hand.households++;
        hand.consent[row] = random.nextInt(40) > 0;
        hand.rural[row] = random.nextInt(3) == 0;
        hand.assets[row] = random.nextLong(0, 12_000_000);
        hand.dwellings[row] = (byte) (random.nextInt(8) == 0 ? 2 : 1);
        hand.area[row] = random.nextInt(20_000);
        hand.premises[row] = (byte) (random.nextInt(25) == 0 ? 1 : 0);
        hand.cars[row] = (byte) (random.nextInt(6) == 0 ? 1 : 0);
        hand.capital[row] = random.nextInt(30) == 0 ? 25_000_000 : 0;
        put(columns, "meansCheckConsent", row, hand.consent[row] ? 1 : 0);
        columns.column("residenceKind")
                .put(row, columns.column("residenceKind").encode(hand.rural[row] ? "RURAL" : "URBAN"));
        put(columns, "financialAssets", row, hand.assets[row]);
        put(columns, "dwellings", row, 100L * hand.dwellings[row]);
        put(columns, "dwellingArea", row, hand.area[row]);
        put(columns, "businessPremises", row, 100L * hand.premises[row]);
        put(columns, "cars", row, 100L * hand.cars[row]);
        put(columns, "businessCapital", row, hand.capital[row]);
        int members = 1 + random.nextInt(4);
        for (int member = 0; member < members; member++) {
            member(columns, hand, random, member);
        }
        hand.firstMember[row + 1] = hand.members;
    }

    private static void member(Columns columns, DibaoByHand hand, Random random, int number) {
        int row = columns.member();
        hand.members++;
        LocalDate born = EARLIEST.plusDays(random.nextInt(DAYS));
        hand.birth[row] = DibaoByHand.day(born);
        hand.relation[row] = (byte) (number == 0 ? DibaoByHand.HEAD : 1 + random.nextInt(DibaoByHand.OTHER));
        hand.together[row] = random.nextInt(4) > 0;
        hand.inPrison[row] = random.nextInt(200) == 0;
        hand.student[row] = random.nextInt(8) == 0;
        hand.unable[row] = random.nextInt(12) == 0;
        hand.grade[row] = (byte) (random.nextInt(10) == 0 ? 1 + random.nextInt(4) : 0);
        hand.mind[row] = hand.grade[row] > 0 && random.nextBoolean();
        hand.ill[row] = random.nextInt(15) == 0;
        hand.hardship[row] = random.nextInt(60) == 0;
        hand.tekun[row] = random.nextInt(80) == 0;
        hand.wage[row] = yuan(random, 2, 8_000_000);
        hand.business[row] = yuan(random, 10, 3_000_000);
        hand.property[row] = yuan(random, 10, 300_000);
        hand.transfer[row] = yuan(random, 2, 3_000_000);
        hand.pension[row] = yuan(random, 6, 300_000);
        Column birth = columns.column("birthDate");
        birth.put(row, birth.encode(born));
        word(
                columns,
                "relation",
                row,
                List.of("HEAD", "SPOUSE", "CHILD", "OTHER").get(hand.relation[row]));
        word(columns, "absence", row, hand.inPrison[row] ? "PRISON" : "NONE");
        word(columns, "labourAbility", row, hand.unable[row] ? "NONE" : "ABLE");
        word(columns, "disabilityType", row, hand.grade[row] == 0 ? "NONE" : hand.mind[row] ? "MENTAL" : "LIMB");
        put(columns, "disabilityGrade", row, 100L * hand.grade[row]);
        put(columns, "livesTogether", row, hand.together[row] ? 1 : 0);
        put(columns, "student", row, hand.student[row] ? 1 : 0);
        put(columns, "seriousIllness", row, hand.ill[row] ? 1 : 0);
        put(columns, "specialHardship", row, hand.hardship[row] ? 1 : 0);
        put(columns, "receivesTekun", row, hand.tekun[row] ? 1 : 0);
        put(columns, "wageIncome", row, hand.wage[row]);
        put(columns, "businessIncome", row, hand.business[row]);
        put(columns, "propertyIncome", row, hand.property[row]);
        put(columns, "transferIncome", row, hand.transfer[row]);
        put(columns, "basicPension", row, hand.pension[row]);
    }

    /** One in so many has any. */
    private static long yuan(Random random, int oneIn, long mostFen) {
        return random.nextInt(oneIn) == 0 ? random.nextLong(0, mostFen) : 0;
    }

    private static void put(Columns columns, String fact, int row, long value) {
        columns.column(fact).put(row, value);
    }

    private static void word(Columns columns, String fact, int row, String value) {
        Column column = columns.column(fact);
        column.put(row, column.encode(value));
    }

    /** What this place's rules do not ask is known and zero. */
    private static void settle(Columns columns, CompiledMatter matter) {
        for (String fact : Set.copyOf(matter.facts())) {
            Column column = columns.column(fact);
            int rows = column.kind().ofMember() ? columns.members() : columns.households();
            for (int row = 0; row < rows; row++) {
                if (!column.isKnown(row)) {
                    column.put(row, 0);
                }
            }
        }
    }
}
