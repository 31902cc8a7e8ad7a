package org.weimin.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;
import org.weimin.people.Family;
import org.weimin.people.Family.Relative;
import org.weimin.shell.Pinyin;

/**
 * 重复样本: a population in which some are entered twice with the errors that offices make, and in which others only look
 * like it: twins, neighbours of one name, fathers and sons. The truth is known, for benches and tests.
 */
public final class Twice {
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾萧田董潘袁蔡余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严";

    private static final String GIVEN =
            "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰萍红鹏辉鑫波斌莉宇浩凯健俊帆雪帅慧建国文志海春龙琴云飞玲佳欣怡子涵梓轩雨晨思博睿晓婷宏亮永东林洁秀珍凤荣福生根金美娣阿妹宝德明伯正昌火爱香巧燕梅菊莲翠"
                    + "维炜玮蔚惠卉辉晖徽建健剑俊峻骏郡欣新馨鑫佳嘉家雅亚琪棋祺奇宁凝彤童桐昊皓灏泽择哲喆志智至致怡宜仪逸义艺毅博柏伯诚程承城成鸿洪弘宏红虹瑞睿锐蕊";

    private static final int REGION = 990117;
    private static final LocalDate OLDEST = LocalDate.of(1935, 1, 1);
    private static final int DAYS = 32_000;
    private static final LocalDate SINCE = LocalDate.of(2015, 1, 1);
    private final SplittableRandom random;
    private final List<DivisionCode> places;
    private final int[] surnames = SURNAMES.codePoints().toArray();
    private final int[] given = GIVEN.codePoints().distinct().toArray();
    private final Map<String, List<Integer>> bySound = new HashMap<>();
    private final Set<String> numbers = new HashSet<>();
    private final List<Two> truth = new ArrayList<>();
    private long cards;

    /** Two records of one resident, and in what the second differs. */
    public record Two(PersonId one, PersonId other, Set<Slip> slips) {
        public Two {
            slips = Set.copyOf(slips);
        }
    }

    /** 差错: what another day and another desk wrote otherwise. */
    public enum Slip {
        NAME,
        SOUND_OF_NAME,
        MOVED,
        NO_PHONE,
        OTHER_PHONE,
        NO_CARD,
        OTHER_CARD,
        NUMBER,
        BIRTH
    }

    public Twice(long seed, List<DivisionCode> places) {
        this.random = new SplittableRandom(seed);
        this.places = List.copyOf(places);
        for (int character : given) {
            bySound.computeIfAbsent(Pinyin.of(character), sound -> new ArrayList<>())
                    .add(character);
        }
    }

    /** The pairs that are one resident, of all families drawn so far. */
    public List<Two> truth() {
        return List.copyOf(truth);
    }

    /** One more household, and beside it the second entries of its people and whoever is only like them. */
    public List<Family> next() {
        var drawn = new ArrayList<Family>();
        DivisionCode place = places.get(random.nextInt(places.size()));
        String address = address();
        int surname = surname();
        String phone = phone();
        var members = new ArrayList<Relative>();
        LocalDate birth = OLDEST.plusDays(random.nextInt(DAYS - 10_000));
        members.add(someone("02", name(surname), birth, true, phone, true));
        members.add(someone("10", name(surname()), birth.plusDays(random.nextInt(2_000)), false, phone(), chance(60)));
        if (chance(60)) {
            LocalDate childBirth = birth.plusDays(9_000L + random.nextInt(2_500));
            Relative child = someone("20", name(surname), childBirth, chance(50), phone, chance(10));
            members.add(child);
            if (chance(2)) {
                members.add(twinOf(child));
            }
        }
        drawn.add(family(place, address, members));
        if (chance(1)) {
            // A neighbour of the same name, born another day.
            drawn.add(alone(
                    place,
                    address(),
                    someone(
                            "02",
                            members.getFirst().name(),
                            OLDEST.plusDays(random.nextInt(DAYS)),
                            true,
                            phone(),
                            true)));
        }
        for (Relative member : members) {
            if (random.nextInt(1_000) < 12) {
                drawn.add(again(member, place, address));
            }
        }
        return drawn;
    }

    /** Born the same day, number right after, name with one character in common, everything else the same. */
    private Relative twinOf(Relative child) {
        int[] points = child.name().codePoints().toArray();
        int own = points[points.length - 1];
        while (points[points.length - 1] == own) {
            points[points.length - 1] = given();
        }
        String twin = new String(points, 0, points.length);
        return someone("20", twin, child.identity().birth(), child.identity().isMale(), child.phone(), false);
    }

    /** 重复登记: the same person entered once more, with the errors of another day and another desk. */
    public Family again(Relative person, DivisionCode place, String address) {
        boolean moved = chance(40);
        int phone = random.nextInt(100);
        int card = random.nextInt(100);
        var second = new Relative(
                PersonId.next(),
                numberAgain(person.identity()),
                nameAgain(person.name()),
                "02",
                phone < 65 ? person.phone() : phone < 85 ? "" : phone(),
                card < 55 ? person.account() : card < 85 ? Optional.empty() : Optional.of(account()),
                Optional.empty());
        truth.add(new Two(person.id(), second.id(), slips(person, second, moved)));
        return alone(moved ? places.get(random.nextInt(places.size())) : place, moved ? address() : address, second);
    }

    private static Set<Slip> slips(Relative one, Relative other, boolean moved) {
        var slips = EnumSet.noneOf(Slip.class);
        if (!one.name().equals(other.name())) {
            slips.add(Pinyin.of(one.name()).equals(Pinyin.of(other.name())) ? Slip.SOUND_OF_NAME : Slip.NAME);
        }
        if (moved) {
            slips.add(Slip.MOVED);
        }
        if (!one.phone().equals(other.phone())) {
            slips.add(other.phone().isEmpty() ? Slip.NO_PHONE : Slip.OTHER_PHONE);
        }
        if (!one.account().equals(other.account()) || one.account().isEmpty()) {
            slips.add(other.account().isEmpty() || one.account().isEmpty() ? Slip.NO_CARD : Slip.OTHER_CARD);
        }
        if (!one.identity().birth().equals(other.identity().birth())) {
            slips.add(Slip.BIRTH);
        } else if (differing(one.identity().value(), other.identity().value()) > 2) {
            slips.add(Slip.NUMBER);
        }
        return slips;
    }

    private static long differing(String one, String other) {
        return IntStream.range(0, one.length())
                .filter(at -> one.charAt(at) != other.charAt(at))
                .count();
    }

    /**
     * Of a hundred second entries twelve have another character of the same sound, which the input method offered, and
     * one has a character of another sound. A character that no other in use sounds like is not mistaken for one.
     */
    private String nameAgain(String name) {
        int slip = random.nextInt(100);
        int[] points = name.codePoints().toArray();
        if (slip == 0) {
            points[points.length - 1] = given();
        } else if (slip < 13) {
            for (int at = points.length - 1; at > 0; at--) {
                List<Integer> alike = bySound.getOrDefault(Pinyin.of(points[at]), List.of());
                if (alike.size() > 1) {
                    int own = alike.indexOf(points[at]);
                    points[at] = alike.get((own + 1 + random.nextInt(alike.size() - 1)) % alike.size());
                    break;
                }
            }
        }
        return new String(points, 0, points.length);
    }

    /** A digit of the order, the region, the birth date, or another number altogether; always a number that checks. */
    private IdentityNumber numberAgain(IdentityNumber number) {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int slip = random.nextInt(100);
            String seventeen = number.value().substring(0, 17);
            String changed = slip < 50
                    ? withDigit(seventeen, 14 + random.nextInt(2))
                    : slip < 65
                            ? withDigit(seventeen, 3 + random.nextInt(3))
                            : slip < 75
                                    ? withDigit(seventeen, 9 + random.nextInt(5))
                                    : seventeen.substring(0, 14) + order(number.isMale());
            String whole = changed + IdentityNumber.checkOf(changed);
            if (IdentityNumber.faultOf(whole).isEmpty()
                    && new IdentityNumber(whole).birth().isBefore(OLDEST.plusDays(DAYS + 5_000L))
                    && numbers.add(whole)) {
                return new IdentityNumber(whole);
            }
        }
        throw new IllegalStateException("No number is left like " + number);
    }

    private String withDigit(String digits, int at) {
        char[] changed = digits.toCharArray();
        changed[at] = (char) ('0' + (changed[at] - '0' + 1 + random.nextInt(9)) % 10);
        return new String(changed);
    }

    private Relative someone(String relation, String name, LocalDate birth, boolean male, String phone, boolean paid) {
        return new Relative(
                PersonId.next(),
                number(birth, male),
                name,
                relation,
                phone,
                paid ? Optional.of(account()) : Optional.empty(),
                Optional.empty());
    }

    private IdentityNumber number(LocalDate birth, boolean male) {
        for (int attempt = 0; ; attempt++) {
            // So many are born on one day only in a very large place, and then in more than one region.
            int region = REGION + random.nextInt(3) + attempt / 1_000;
            String seventeen = region + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + order(male);
            String whole = seventeen + IdentityNumber.checkOf(seventeen);
            if (numbers.add(whole)) {
                return new IdentityNumber(whole);
            }
        }
    }

    private String order(boolean male) {
        return String.format("%03d", 2 * random.nextInt(499) + (male ? 1 : 2));
    }

    private Family.Account account() {
        String digits = "629999" + String.format("%012d", ++cards);
        return new Family.Account("农业银行", new BankCard(digits + luhn(digits)));
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

    private static Family alone(DivisionCode place, String address, Relative person) {
        return family(place, address, List.of(person));
    }

    private static Family family(DivisionCode place, String address, List<Relative> members) {
        return new Family(HouseholdId.next(), place, address, SINCE, members, List.of());
    }

    /** Common surnames come first in the list, and far oftener. */
    private int surname() {
        return skewed(surnames);
    }

    private int given() {
        return skewed(given);
    }

    private int skewed(int[] characters) {
        int drawn = random.nextInt(characters.length);
        return characters[random.nextInt(drawn + 1)];
    }

    private String name(int surname) {
        String name = Character.toString(surname) + Character.toString(given());
        return chance(20) ? name : name + Character.toString(given());
    }

    private String address() {
        return "第" + (1 + random.nextInt(900)) + "路" + (1 + random.nextInt(400)) + "弄" + (1 + random.nextInt(60)) + "号"
                + (1 + random.nextInt(18)) + "0" + (1 + random.nextInt(4)) + "室";
    }

    private String phone() {
        return "19" + String.format("%09d", random.nextInt(1_000_000_000));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
