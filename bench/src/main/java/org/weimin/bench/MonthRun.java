package org.weimin.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import org.weimin.benefits.Benefits;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PostId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.RunId;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Vault;
import org.weimin.ledger.Budgets;
import org.weimin.ledger.Fund;
import org.weimin.ledger.Level;
import org.weimin.payments.PaymentRuns;
import org.weimin.payments.Run;

/**
 * A month's payment run of a large county: compute (debts and lines), post (release against the budget) and write the
 * bank files, beside a bare insert of the rows that each step writes into copies of the tables with all their indexes.
 */
final class MonthRun {
    private static final int HOUSEHOLDS = 60;
    private static final MatterId DIBAO = new MatterId("dibao");
    private static final String AREA = "310117003001";
    private final Office office;
    private final int lines;
    private final YearMonth month;
    private final Actor.Staff payer = staff("PAYER");
    private final Actor.Staff releaser = staff("RELEASER");

    private MonthRun(Office office, int lines) {
        this.office = office;
        this.lines = lines;
        this.month = YearMonth.from(office.bean(BusinessClock.class).today());
    }

    public static void main(String[] args) throws IOException, SQLException {
        int lines = List.of(args).contains("--quick") ? 20_000 : 100_000;
        Path home = Path.of("bench", "target", "home-" + HOUSEHOLDS).toAbsolutePath();
        FileSystemUtils.deleteRecursively(home.resolve("db"));
        FileSystemUtils.deleteRecursively(home.resolve("keys"));
        try (var office = Office.open(HOUSEHOLDS);
                var bare = superuser(office, home)) {
            new MonthRun(office, lines).run(bare);
        }
    }

    private void run(Connection bare) throws SQLException {
        residents();
        vote();
        var runs = office.bean(PaymentRuns.class);
        long start = System.nanoTime();
        asSystem(() -> office.bean(Benefits.class).accrue(month));
        RunId run = Acting.as(payer, () -> runs.prepare(month));
        long computed = System.nanoTime();
        Acting.as(payer, () -> runs.review(run));
        int count = Acting.as(payer, () -> runs.get(run)).totals().count();
        long reviewed = System.nanoTime();
        Acting.as(releaser, () -> runs.release(run, count));
        long posted = System.nanoTime();
        while (Acting.as(payer, () -> runs.get(run)).status() != Run.Status.FILED) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        long filed = System.nanoTime();
        long payables = insert(bare, "ledger.payable");
        long rows = insert(bare, "payments.line");
        print("compute", computed - start, payables + rows, count);
        print("post", posted - reviewed, payables + rows, count);
        print("file", filed - posted, rows, count);
        Result.ofNanos("month-run", filed - start - (reviewed - computed), 2 * payables + 3 * rows, count)
                .print();
    }

    private static void print(String step, long ours, long other, int lines) {
        System.out.printf(
                "%-8s %,8d ms, bare insert %,8d ms, %d lines%n", step, ours / 1_000_000, other / 1_000_000, lines);
    }

    /** The same rows into a copy of the table, twice; the second time counts. */
    private static long insert(Connection bare, String table) throws SQLException {
        long nanos = 0;
        try (var statement = bare.createStatement()) {
            for (int time = 0; time < 2; time++) {
                statement.execute("DROP TABLE IF EXISTS public.bare");
                statement.execute(
                        "CREATE TABLE public.bare (LIKE " + table + " INCLUDING INDEXES INCLUDING CONSTRAINTS)");
                long start = System.nanoTime();
                statement.execute("INSERT INTO public.bare SELECT * FROM " + table);
                nanos = System.nanoTime() - start;
            }
        }
        return nanos;
    }

    /** Residents with a card and an award from this month on, entered as rows: they are not what is measured. */
    private void residents() {
        var vault = office.bean(Vault.class);
        String[] numbers = new String[lines];
        String[] indexes = new String[lines];
        for (int i = 0; i < lines; i++) {
            String card = card(i);
            numbers[i] = hex(vault.seal(card));
            indexes[i] = hex(vault.blindIndex("card", card));
        }
        asSystem(() -> {
            var db = office.bean(JdbcClient.class);
            db.sql("""
                INSERT INTO people.person (id, area, name, sex, birth_on, id_number, id_number_index, address)
                SELECT uuidv7(), :area, '测试' || n, 'FEMALE', DATE '1950-01-01', sha256(n::text::bytea),
                       sha256(('i' || n)::bytea), '文诚路' || n || '号'
                  FROM generate_series(1, :lines) AS n
                """).param("area", AREA).param("lines", lines).update();
            db.sql("""
                INSERT INTO people.bank_card (id, area, holder_id, bank, number, number_index, valid, known)
                SELECT uuidv7(), p.area, p.id, '示例农商银行', decode(c.number, 'hex'), decode(c.card_index, 'hex'),
                       daterange('2020-01-01', NULL), tstzrange('2020-01-01', NULL)
                  FROM (SELECT *, row_number() OVER () AS n FROM people.person WHERE name LIKE '测试%') p
                  JOIN unnest(CAST(:numbers AS text[]), CAST(:indexes AS text[])) WITH ORDINALITY
                       AS c(number, card_index, n) ON c.n = p.n
                """).param("numbers", numbers).param("indexes", indexes).update();
            db.sql("""
                INSERT INTO benefits.entitlement (id, entitlement_id, matter, subject_kind, subject_id, payee_id,
                                                  monthly_fen, decided_by, area, valid, known)
                SELECT uuidv7(), uuidv7(), 'dibao', 'person', id, id, 50000 + (random() * 100000)::bigint, uuidv7(),
                       area, daterange(:from, NULL), tstzrange('2020-01-01', NULL)
                  FROM people.person WHERE name LIKE '测试%'
                """).param("from", month.atDay(1)).update();
            return lines;
        });
    }

    private void vote() {
        var budgets = office.bean(Budgets.class);
        var id = UUID.randomUUID();
        var fund = new Fund(DIBAO, month.getYear());
        Acting.as(
                payer,
                () -> budgets.enter(id, fund, Level.COUNTY, Money.yuan("1000000000.00"), "bench", month.atDay(1)));
        Acting.as(releaser, () -> budgets.confirm(id));
    }

    private void asSystem(java.util.function.Supplier<Integer> work) {
        Acting.as(
                new Actor.SystemJob("bench", "a benchmark"),
                () -> office.bean(TransactionTemplate.class).execute(status -> work.get()));
    }

    private static String card(int number) {
        String digits = "6222" + String.format("%014d", number);
        return IntStream.range(0, 10)
                .mapToObj(check -> digits + check)
                .filter(MonthRun::isCard)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isCard(String digits) {
        try {
            return new BankCard(digits).value().equals(digits);
        } catch (Refused wrongCheckDigit) {
            return false;
        }
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static Actor.Staff staff(String role) {
        return new Actor.Staff(StaffId.next(), role, PostId.next(), role, Set.of(), new DivisionCode("310117"));
    }

    /** Copies of tables are made by the superuser: the application may not create a table. */
    private static Connection superuser(Office office, Path home) throws IOException, SQLException {
        var passwords = new Properties();
        try (var file = Files.newBufferedReader(home.resolve("keys/database.properties"), StandardCharsets.UTF_8)) {
            passwords.load(file);
        }
        try (var app = office.bean(DataSource.class).getConnection()) {
            return DriverManager.getConnection(
                    app.getMetaData().getURL(), "postgres", passwords.getProperty("postgres"));
        }
    }
}
