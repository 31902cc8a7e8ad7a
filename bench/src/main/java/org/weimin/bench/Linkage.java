package org.weimin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.weimin.benefits.Award;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.linkage.About;
import org.weimin.linkage.EventId;
import org.weimin.linkage.LinkedEffect;
import org.weimin.linkage.RegisterEvent;
import org.weimin.people.FoundHousehold;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;

/**
 * 联动: deaths, told two months late, of people who receive ten matters, in a county of a million: from the telling until
 * everything that follows is on the disk; beside bare transactions that write the rows which each of them left into
 * copies of the tables with their indexes.
 */
final class Linkage {
    private static final Actor SYSTEM = new Actor.SystemJob("bench", "a benchmark");
    private static final DivisionCode PLACE = new DivisionCode("310117003001");
    private static final int WARM = 30;
    private static final List<String> OF_HOUSEHOLD = List.of("dibao", "dibao-bianyuan", "gangxing-zhichu");
    private static final List<String> OF_PERSON =
            List.of("tekun", "canji-shenghuo", "canji-huli", "gaoling-jintie", "yanglao-fuwu", "yanglao-huli", "youfu");
    private static final String ENTITLED =
            "(SELECT entitlement_id FROM linkage.effect WHERE event_id = ? AND entitlement_id IS NOT NULL)";
    private static final List<String> LEFT = List.of(
            "linkage.event WHERE id = ?",
            "linkage.filter_result WHERE event_id = ?",
            "linkage.effect WHERE event_id = ?",
            "benefits.entitlement WHERE ended_because = 'EVENT' AND entitlement_id IN " + ENTITLED,
            "benefits.overpayment WHERE entitlement_id IN " + ENTITLED,
            "facts.fact WHERE value = 'false' AND name LIKE 'receives%' AND upper_inf(known) AND subject_id IN"
                    + " (SELECT subject_id FROM benefits.entitlement WHERE entitlement_id IN " + ENTITLED + ")",
            "ledger.payable WHERE status = 'WITHDRAWN' AND entitlement_id IN " + ENTITLED);
    private final Office office;
    private final Path home;

    private Linkage(Office office, Path home) {
        this.office = office;
        this.home = home;
    }

    public static void main(String[] args) throws IOException, SQLException {
        boolean quick = List.of(args).contains("--quick");
        int drawn = quick ? 2_000 : 20_000;
        Path home = Path.of("bench", "target", "home-linkage-" + drawn).toAbsolutePath();
        try (var office = Office.open(drawn, home);
                var bare = Sweep.superuser(office, home)) {
            new Sweep(office, bare).populate(Sweep.times(args, quick));
            new Linkage(office, home).run(bare, quick ? 100 : 300);
        }
    }

    private void run(Connection bare, int deaths) throws SQLException, IOException {
        List<PersonId> people = recipients(WARM + deaths);
        try (var statement = bare.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
        people.subList(0, WARM).forEach(this::die);
        long[] each = new long[deaths];
        List<EventId> told = new ArrayList<>();
        for (int i = 0; i < deaths; i++) {
            long start = System.nanoTime();
            told.add(die(people.get(WARM + i)));
            each[i] = System.nanoTime() - start;
        }
        told.forEach(this::demandTen);
        long[] bareEach = bare(told);
        var ours = new Percentiles(each);
        var other = new Percentiles(bareEach);
        long residents = residents(bare);
        System.out.println("told, worked and on the disk: " + ours.text() + "; target 2,000 ms after the commit");
        System.out.println("bare rows of the same deaths: " + other.text());
        Result.ofNanos("linkage", ours.at(950), other.at(950), residents).print();
    }

    private static long residents(Connection bare) throws SQLException {
        try (var statement = bare.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM people.person")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Whoever lives alone, is old, and receives ten matters, paid for five months. */
    private List<PersonId> recipients(int count) {
        var people = new ArrayList<PersonId>();
        var awards = new ArrayList<Award>();
        long mark = System.nanoTime() % 9_000 + 1_000;
        Acting.as(SYSTEM, () -> {
            for (int i = 0; i < count; i++) {
                String seventeen = "99%04d1940%02d%02d%03d".formatted(mark, i % 12 + 1, i / 12 % 28 + 1, i / 336);
                var identity = new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
                PersonId person =
                        office.bean(People.class).register(new RegisterPerson(identity, "测试", PLACE, "bench", ""));
                HouseholdId alone = office.bean(People.class)
                        .found(new FoundHousehold(
                                person, PLACE, "bench", today().minusYears(3).atDay(1)));
                people.add(person);
                OF_HOUSEHOLD.forEach(matter -> awards.add(award(matter, new Subject.OfHousehold(alone), person)));
                OF_PERSON.forEach(matter -> awards.add(award(matter, new Subject.OfPerson(person), person)));
            }
            office.bean(Benefits.class).importHistory(awards);
        });
        return people;
    }

    private YearMonth today() {
        return YearMonth.from(office.bean(BusinessClock.class).today());
    }

    private Award award(String matter, Subject subject, PersonId payee) {
        return new Award(
                new Entitlement(
                        EntitlementId.next(),
                        new MatterId(matter),
                        subject,
                        payee,
                        Money.yuan("100.00"),
                        today().minusMonths(5),
                        Optional.empty(),
                        CaseFileId.next(),
                        PLACE),
                List.of());
    }

    private EventId die(PersonId person) {
        var day = office.bean(BusinessClock.class).today();
        var told = new RegisterEvent(
                "DEATH",
                new RegisterEvent.Origin("bench", person.toString()),
                About.of(person),
                day.minusMonths(2),
                day,
                PLACE,
                Map.of());
        return Acting.as(
                SYSTEM, () -> office.bean(org.weimin.linkage.Linkage.class).register(told));
    }

    private void demandTen(EventId event) {
        long stopped = Acting.as(
                        SYSTEM,
                        () -> office.bean(org.weimin.linkage.Linkage.class).effects(event))
                .stream()
                .filter(effect -> effect.status() == LinkedEffect.Status.DONE
                        && effect.target().entitlement().isPresent())
                .count();
        if (stopped != OF_HOUSEHOLD.size() + OF_PERSON.size()) {
            throw new IllegalStateException(event + " ended " + stopped);
        }
    }

    /** One transaction for the rows of each death, into copies of their tables. */
    private long[] bare(List<EventId> deaths) throws SQLException, IOException {
        try (var connection = Sweep.superuser(office, home)) {
            try (var statement = connection.createStatement()) {
                for (String left : LEFT) {
                    String table = left.substring(0, left.indexOf(' '));
                    statement.execute("DROP TABLE IF EXISTS " + copy(left));
                    statement.execute("CREATE TABLE " + copy(left) + " (LIKE " + table
                            + " INCLUDING INDEXES INCLUDING CONSTRAINTS INCLUDING DEFAULTS)");
                }
            }
            connection.setAutoCommit(false);
            return write(connection, deaths);
        }
    }

    private static long[] write(Connection connection, List<EventId> deaths) throws SQLException {
        List<PreparedStatement> inserts = new ArrayList<>();
        for (String left : LEFT) {
            inserts.add(connection.prepareStatement("INSERT INTO " + copy(left) + " SELECT * FROM " + left));
        }
        long[] each = new long[deaths.size()];
        for (int i = 0; i < each.length; i++) {
            UUID id = deaths.get(i).value();
            long start = System.nanoTime();
            for (PreparedStatement insert : inserts) {
                for (int p = 1; p <= insert.getParameterMetaData().getParameterCount(); p++) {
                    insert.setObject(p, id);
                }
                insert.executeUpdate();
            }
            connection.commit();
            each[i] = System.nanoTime() - start;
        }
        for (PreparedStatement insert : inserts) {
            insert.close();
        }
        return each;
    }

    private static String copy(String left) {
        return "public.bare_"
                + Stream.of(left.split("[. ]")).skip(1).findFirst().orElseThrow();
    }
}
