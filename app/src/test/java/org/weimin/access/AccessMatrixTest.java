package org.weimin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.access.internal.Granted;
import org.weimin.demo.internal.SmallCounty;
import org.weimin.testing.As;
import org.weimin.testing.Doors;
import org.weimin.testing.Doors.Door;
import org.weimin.testing.RawHttp;
import org.weimin.testing.RawHttp.Answer;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;

/**
 * Every page × every role × the own, a sister's and a foreign area. The objects are found by trying the ids of every
 * table under every address, so a new page is in the matrix on the day it is written.
 */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
    private static final String COUNTY = "310117";
    private static final String OWN = "310117003";
    private static final List<String> ELSEWHERE = List.of("310117001", "320102002");
    private static final String ABSENT = "01900000-0000-7000-8000-000000000000";
    private static final Set<Integer> OPENED = Set.of(200, 303, 400, 409, 422);

    @Autowired
    ApplicationContext application;

    @Autowired
    Doors doors;

    @Autowired
    Granted granted;

    @Autowired
    SignedIn signedIn;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private final Map<String, EnumMap<Role, String>> cookies = new TreeMap<>();
    private List<Row> rows = List.of();
    private List<Live> live = List.of();

    /** One row that has an area, as a page may show it. */
    private record Row(String id, String area) {
        boolean isIn(String scope) {
            return area.startsWith(scope);
        }
    }

    /** An address that shows a row to whoever may see it. */
    private record Live(Door door, Row row) {
        String path() {
            return door.with(row.id());
        }
    }

    @BeforeAll
    void a_small_county_and_an_official_of_every_role_in_every_area() throws IOException {
        SmallCounty.fill(application, 60);
        for (String area : List.of(COUNTY, OWN, ELSEWHERE.get(0), ELSEWHERE.get(1))) {
            var byRole = new EnumMap<Role, String>(Role.class);
            for (Role role : Role.values()) {
                byRole.put(role, "Cookie: " + signedIn.as(role, area));
            }
            cookies.put(area, byRole);
        }
        rows = As.system(() -> transaction.execute(status -> rowsWithAnArea()));
        live = live();
    }

    @Test
    void a_page_opens_to_the_roles_that_have_its_permission_and_to_no_other() throws IOException {
        var wrong = new ArrayList<String>();
        for (Door door : reading()) {
            if (!door.hasVariables()) {
                for (Role role : Role.values()) {
                    int status = as(role, COUNTY).get(door.path()).status();
                    boolean asExpected = may(role, door) ? OPENED.contains(status) : status == 403;
                    if (!asExpected) {
                        wrong.add(door + " as " + role + ": " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_lies_elsewhere_is_as_absent_as_what_does_not_exist() throws IOException {
        var wrong = new ArrayList<String>();
        for (Live each : live) {
            for (Role role : Role.values()) {
                for (String scope : cookies.keySet()) {
                    Answer answer = as(role, scope).get(each.path());
                    boolean mayOpen = may(role, each.door());
                    int expected = !mayOpen ? 403 : each.row().isIn(scope) ? 200 : 404;
                    if (answer.status() != expected) {
                        wrong.add("%s of %s as %s of %s: %d instead of %d"
                                .formatted(each.path(), each.row().area(), role, scope, answer.status(), expected));
                    }
                    if (answer.status() == 404) {
                        String absent =
                                as(role, scope).get(each.door().with(ABSENT)).body();
                        assertThat(anonymous(answer.body())).as(each.path()).isEqualTo(anonymous(absent));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(live).as("pages that show a row").isNotEmpty();
    }

    @Test
    void no_list_shows_a_row_of_another_area() throws IOException {
        var leaks = new ArrayList<String>();
        var ownIds = rows.stream().filter(row -> row.isIn(OWN)).map(Row::id).toList();
        for (Door door : reading()) {
            if (!door.hasVariables() && !door.isOpenToAll()) {
                for (String scope : ELSEWHERE) {
                    for (Role role : Role.values()) {
                        for (String query : List.of("", "?q=%E9%99%88%E6%A1%82%E8%8A%B3", "?format=xlsx&page=1")) {
                            String body =
                                    as(role, scope).get(door.path() + query).body();
                            ownIds.stream()
                                    .filter(body::contains)
                                    .forEach(id ->
                                            leaks.add(door + query + " shows " + id + " to " + role + " of " + scope));
                        }
                    }
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void without_an_actor_no_table_under_row_security_shows_a_row() {
        assertThat(rows).as("rows that could leak").isNotEmpty();
        assertThat(guardedTables())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(db.sql("SELECT count(*) FROM " + table)
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero());
    }

    private List<Live> live() throws IOException {
        var found = new ArrayList<Live>();
        for (Door door : reading()) {
            var opener = java.util.Arrays.stream(Role.values())
                    .filter(role -> may(role, door))
                    .findFirst();
            if (door.hasVariables() && !door.isOpenToAll() && opener.isPresent()) {
                for (Row row : rows) {
                    var candidate = new Live(door, row);
                    if (as(opener.get(), COUNTY).get(candidate.path()).status() == 200) {
                        found.add(candidate);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /** A few rows of every table that has an area, of the own street before others. */
    private List<Row> rowsWithAnArea() {
        var found = new ArrayList<Row>();
        for (String table : tablesWithAnArea()) {
            found.addAll(db.sql("""
                SELECT id, area FROM %s ORDER BY area NOT LIKE '%s%%', id LIMIT 2
                """.formatted(table, OWN))
                    .query((row, number) -> new Row(row.getString("id"), row.getString("area")))
                    .list());
        }
        return found.stream().distinct().toList();
    }

    private Set<String> tablesWithAnArea() {
        return db.sql("""
            SELECT c.table_schema || '.' || c.table_name FROM information_schema.columns c
              JOIN information_schema.columns i USING (table_schema, table_name)
              JOIN information_schema.tables t USING (table_schema, table_name)
             WHERE c.column_name = 'area' AND i.column_name = 'id' AND i.data_type = 'uuid'
               AND t.table_type = 'BASE TABLE' AND table_schema NOT IN ('audit', 'divisions')
            """).query((row, number) -> row.getString(1)).list().stream()
                .collect(Collectors.toSet());
    }

    private List<String> guardedTables() {
        return db.sql("""
            SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relrowsecurity AND c.relkind IN ('r', 'p') ORDER BY 1
            """).query((row, number) -> row.getString(1)).list();
    }

    private List<Door> reading() {
        return doors.ours().stream()
                .filter(door -> door.isRead() && door.permission().isPresent())
                .toList();
    }

    private boolean may(Role role, Door door) {
        return door.permission()
                .map(permission -> granted.to(role).contains(permission))
                .orElse(true);
    }

    private Caller as(Role role, String scope) {
        return path -> new RawHttp(port).get(path, cookies.get(scope).get(role));
    }

    private interface Caller {
        Answer get(String path) throws IOException;
    }

    /** A page without the keys of its forms and without the address that the switches repeat. */
    private static String anonymous(String body) {
        return body.replaceAll("value=\"[^\"]*\"", "").replaceAll("href=\"[^\"]*\"", "");
    }
}
