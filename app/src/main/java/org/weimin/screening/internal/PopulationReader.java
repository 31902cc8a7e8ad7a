package org.weimin.screening.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.weimin.engine.FactKind;
import org.weimin.engine.FactsDictionary;
import org.weimin.engine.population.Column;
import org.weimin.engine.population.Columns;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.people.Relations;

/**
 * 读取人口: streams the households of a slice with everything the rules may ask of them out of the registers' views, as
 * {@code eligibility} lays out one of them. Belongs to one thread, and is used for slice after slice.
 */
final class PopulationReader {
    private static final String CONSENT = "meansCheckConsent";
    private static final int OF_AGE = 18;
    private static final int MEMBER_CODES = 100;
    private static final FactColumns.FactFields FACT = new FactColumns.FactFields(1, 2, 3, 4, 5, 6);
    private final LocalDate asOf;
    private final long today;
    private final IncomeWindow window;
    private final WordList places;
    private final FactColumns facts;
    private final Columns columns;
    private final Received received;
    private final Residents residents = new Residents();
    private final Members members = new Members();
    private final long[] relations;
    private final Set<String> namedGrounds;
    private Homes homes = new Homes();
    private boolean[] authorised = {};
    private int[] rowOfMember = {};

    PopulationReader(
            LocalDate asOf,
            int incomeWindowMonths,
            FactsDictionary dictionary,
            List<String> names,
            List<DivisionCode> places,
            List<MatterId> matters) {
        this.asOf = asOf;
        this.today = asOf.toEpochDay();
        this.window = new IncomeWindow(asOf, incomeWindowMonths);
        this.places = new WordList(places.stream().map(DivisionCode::value).toList());
        this.columns = Columns.of(dictionary, names, places);
        this.facts = new FactColumns(columns, dictionary, names);
        this.received = new Received(matters);
        this.namedGrounds = dictionary.get("absence").choices().stream()
                .map(FactKind.Choice::value)
                .collect(Collectors.toSet());
        this.relations = IntStream.range(0, MEMBER_CODES)
                .mapToLong(code -> facts.find("relation")
                        .map(column -> column.code(Relations.of(String.format("%02d", code))))
                        .orElse(0L))
                .toArray();
    }

    Columns columns() {
        return columns;
    }

    FactColumns facts() {
        return facts;
    }

    Received received() {
        return received;
    }

    Homes homes() {
        return homes;
    }

    /** Whether every grown-up member of the household has signed that its means may be checked. */
    boolean isAuthorised(int household) {
        return authorised[household];
    }

    void read(Connection connection, Slice slice) throws SQLException {
        String area = slice.condition();
        residents.clear();
        residents(connection, area);
        homes(connection, area);
        String strays = members.strays(residents);
        if (!strays.isEmpty()) {
            residents(connection, "person_id IN (" + strays + ")");
        }
        settle();
        facts(connection, area);
        received(connection, area);
        if (!strays.isEmpty()) {
            facts(connection, "subject_id IN (" + strays + ")");
            received(connection, "subject_id IN (" + strays + ")");
        }
        registers();
        consents(connection, area);
    }

    private void residents(Connection connection, String where) throws SQLException {
        try (var rows =
                CopyRows.of(connection, 3, "SELECT person_id, birth_on, died_on FROM people.v_person WHERE " + where)) {
            while (rows.next()) {
                residents.add(rows.high(0), rows.low(0), rows.day(1, 0), rows.day(2, Long.MAX_VALUE));
            }
        }
    }

    /** Households in order, each with its members of the day. */
    private void homes(Connection connection, String area) throws SQLException {
        homes = new Homes();
        columns.clear();
        members.clear();
        try (var rows = CopyRows.of(connection, 6, """
            SELECT h.household_id, h.area, h.head_id, m.person_id, m.relation,
                   CASE WHEN m.counted THEN '' ELSE m.excluded_reason END
              FROM (SELECT household_id, area, head_id FROM people.v_home WHERE %1$s) h
              LEFT JOIN (SELECT household_id, person_id, relation, counted, excluded_reason
                           FROM people.v_membership WHERE %1$s AND valid @> DATE '%2$s') m USING (household_id)
             ORDER BY h.area, h.household_id, m.relation, m.person_id
            """.formatted(area, asOf))) {
            long high = 0;
            long low = 0;
            while (rows.next()) {
                if (homes.households() == 0 || rows.high(0) != high || rows.low(0) != low) {
                    high = rows.high(0);
                    low = rows.low(0);
                    homes.household(high, low, rows.word(1, places));
                }
                if (!rows.isNull(3)) {
                    boolean head = rows.high(2) == rows.high(3) && rows.low(2) == rows.low(3);
                    members.add(
                            homes.households() - 1,
                            rows.high(3),
                            rows.low(3),
                            head ? "02" : rows.text(4),
                            rows.text(5));
                }
            }
        }
    }

    /** Whoever died is not there; the rows of all others are given out. */
    private void settle() {
        rowOfMember = new int[members.size()];
        int member = 0;
        for (int household = 0; household < homes.households(); household++) {
            columns.household(homes.place(household));
            for (; member < members.size() && members.household(member) == household; member++) {
                int slot = residents.slot(members.high(member), members.low(member));
                if (residents.isAlive(slot, today)) {
                    rowOfMember[member] = columns.member();
                    homes.member(household, members.high(member), members.low(member));
                } else {
                    rowOfMember[member] = Homes.NOBODY;
                    homes.departed(household, members.high(member), members.low(member));
                }
            }
        }
        facts.clear(columns.households(), columns.members());
        received.clear(columns.households(), columns.members());
    }

    private void facts(Connection connection, String where) throws SQLException {
        try (var rows = CopyRows.of(connection, 7, """
            SELECT subject_id, name, value, source, lower(valid), upper(valid), recorded_on
              FROM facts.v_fact WHERE %s AND name = ANY (%s) AND valid && daterange('%s', '%s', '[]')
             ORDER BY area, subject_id
            """.formatted(where, facts.recorded(), window.from(), asOf))) {
            int row = Homes.NOBODY;
            boolean ofMember = false;
            long high = 0;
            long low = 0;
            while (rows.next()) {
                if (rows.high(0) != high || rows.low(0) != low) {
                    flush(row, ofMember);
                    high = rows.high(0);
                    low = rows.low(0);
                    row = homes.memberRow(high, low);
                    ofMember = row >= 0;
                    row = ofMember ? row : homes.householdRow(high, low);
                }
                if (row >= 0) {
                    facts.take(rows, FACT, row, ofMember, today, window);
                }
            }
            flush(row, ofMember);
        }
    }

    private void flush(int row, boolean ofMember) {
        if (row >= 0 && ofMember) {
            facts.total(window, row);
        }
        window.clear();
    }

    private void received(Connection connection, String where) throws SQLException {
        YearMonth month = YearMonth.from(asOf);
        try (var rows = CopyRows.of(connection, 3, """
            SELECT matter, subject_id, monthly_fen FROM benefits.v_entitlement
             WHERE %s AND from_month <= '%2$s' AND (until_month IS NULL OR until_month > '%2$s')
            """.formatted(where, month.atDay(1)))) {
            while (rows.next()) {
                int matter = rows.word(0, received.matters());
                if (matter >= 0) {
                    received(matter, rows);
                }
            }
        }
    }

    private void received(int matter, CopyRows rows) {
        long high = rows.high(1);
        long low = rows.low(1);
        long fen = rows.high(2);
        int household = homes.householdRow(high, low);
        int member = homes.memberRow(high, low);
        if (household >= 0) {
            received.household(matter, household, fen);
        } else if (member >= 0) {
            received.member(matter, member, fen);
        } else if (homes.departedFrom(high, low) >= 0) {
            received.departed(matter, new UUID(high, low), homes.departedFrom(high, low), fen);
        }
    }

    /** What the register of people says of each member. */
    private void registers() {
        for (int member = 0; member < members.size(); member++) {
            int row = rowOfMember[member];
            if (row < 0) {
                continue;
            }
            var birth = LocalDate.ofEpochDay(birth(member));
            facts.register("birthDate", row, Column.day(birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth()));
            facts.register("relation", row, relations[Integer.parseInt(members.relation(member))]);
            String notCounted = members.excludedReason(member);
            if (!notCounted.isEmpty()) {
                notCounted(row, notCounted);
            }
        }
    }

    /** A ground that the law names excludes by itself; any other one says that the person lives elsewhere. */
    private void notCounted(int row, String reason) {
        if (namedGrounds.contains(reason)) {
            facts.find("absence").ifPresent(column -> facts.register("absence", row, column.code(reason)));
        } else {
            facts.register("livesTogether", row, 0);
        }
    }

    /**
     * Nobody has signed who has not applied: a screening supposes the signature, so that it can say what an application
     * would lead to, and keeps who has really signed.
     */
    private void consents(Connection connection, String area) throws SQLException {
        boolean[] signed = new boolean[columns.members()];
        try (var rows = CopyRows.of(
                connection,
                2,
                "SELECT household_id, person_id FROM facts.v_consent WHERE %s AND valid @> DATE '%s'"
                        .formatted(area, asOf))) {
            while (rows.next()) {
                int member = homes.memberRow(rows.high(1), rows.low(1));
                if (member >= 0 && homes.householdOf(member) == homes.householdRow(rows.high(0), rows.low(0))) {
                    signed[member] = true;
                }
            }
        }
        authorise(signed);
        facts.find(CONSENT).ifPresent(consent -> {
            for (int household = 0; household < columns.households(); household++) {
                if (authorised[household] || !consent.isKnown(household)) {
                    facts.register(CONSENT, household, 1);
                }
            }
        });
    }

    private void authorise(boolean[] signed) {
        authorised = new boolean[columns.households()];
        Arrays.fill(authorised, true);
        long grownUp = asOf.minusYears(OF_AGE).toEpochDay();
        for (int member = 0; member < members.size(); member++) {
            int row = rowOfMember[member];
            if (row >= 0 && !signed[row] && members.excludedReason(member).isEmpty() && birth(member) <= grownUp) {
                authorised[homes.householdOf(row)] = false;
            }
        }
    }

    private long birth(int member) {
        return residents.birth(residents.slot(members.high(member), members.low(member)));
    }
}
