package org.weimin.home.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.weimin.home.StartRefused;
import org.weimin.home.internal.Database.Login;

/** The office's own PostgreSQL: looked at before it is trusted with anything. */
final class ExternalPostgres {
    private static final int OLDEST_VERSION = 18;
    private final ServeSettings settings;
    private final List<StartRefused> problems = new ArrayList<>();

    private ExternalPostgres(ServeSettings settings) {
        this.settings = settings;
    }

    static Database open(ServeSettings settings) {
        new ExternalPostgres(settings).inspect();
        return new Database(settings.url(), settings.owner(), settings.app(), () -> {});
    }

    private void inspect() {
        inspectAs(settings.owner(), this::inspectDatabase);
        inspectAs(settings.app(), this::inspectApplicationRole);
        if (!problems.isEmpty()) {
            throw StartRefused.all(problems);
        }
    }

    private void inspectAs(Login login, Inspection inspection) {
        try (Connection connection = DriverManager.getConnection(settings.url(), login.user(), login.password())) {
            inspection.of(connection);
        } catch (SQLException failed) {
            problem(
                    "角色 " + login.user() + " 连不上数据库 " + settings.url() + "：" + failed.getMessage(),
                    "Role " + login.user() + " cannot use the database " + settings.url() + ": " + failed.getMessage());
        }
    }

    /** With the C locale the trigram index is blind to Chinese, and that cannot be changed afterwards. */
    private void inspectDatabase(Connection owner) throws SQLException {
        int version = owner.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            problem(
                    "数据库是 PostgreSQL " + version + "，需要 " + OLDEST_VERSION + " 或更新。",
                    "The database is PostgreSQL " + version + "; " + OLDEST_VERSION + " or newer is needed.");
        }
        String locale = text(owner, "SELECT datctype FROM pg_database WHERE datname = current_database()");
        if (Set.of("C", "POSIX").contains(locale)) {
            problem(
                    "数据库的 LC_CTYPE 是 " + locale + "，检索汉字会失效。请用 C.UTF-8 重新建库。",
                    "The LC_CTYPE of the database is " + locale
                            + ": search would be blind to Chinese. Create it again with C.UTF-8.");
        }
    }

    private void inspectApplicationRole(Connection app) throws SQLException {
        String tooMighty = text(app, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user");
        String member = text(app, """
            SELECT EXISTS (SELECT FROM pg_roles r
                            WHERE r.rolname = 'weimin_app' AND pg_has_role(current_user, r.oid, 'usage'))
            """);
        String changesIntoResident = text(app, """
            SELECT EXISTS (SELECT FROM pg_roles r
                            WHERE r.rolname = 'weimin_resident' AND pg_has_role(current_user, r.oid, 'set')
                              AND NOT pg_has_role(current_user, r.oid, 'usage'))
            """);
        if (!"t".equals(changesIntoResident)) {
            problem(
                    "角色 " + settings.app() + " 不能切换为 weimin_resident（居民本人的权限）。请执行：CREATE ROLE weimin_resident NOLOGIN;"
                            + " GRANT weimin_resident TO weimin_app WITH INHERIT FALSE, SET TRUE",
                    "Role " + settings.app() + " cannot change into weimin_resident, in which residents see their own"
                            + " file. Run: CREATE ROLE weimin_resident NOLOGIN; GRANT weimin_resident TO weimin_app"
                            + " WITH INHERIT FALSE, SET TRUE");
        }
        if ("t".equals(tooMighty)) {
            problem(
                    "角色 " + settings.app() + " 是超级用户或可绕过行级权限，不能用于运行。",
                    "Role " + settings.app()
                            + " is a superuser or passes row-level security by; it may not run Weimin.");
        }
        if (!"t".equals(member)) {
            problem(
                    "角色 " + settings.app() + " 不是 weimin_app，也不是其成员。请执行：CREATE ROLE weimin_app; GRANT weimin_app TO "
                            + settings.app(),
                    "Role " + settings.app()
                            + " is neither weimin_app nor its member. Run: CREATE ROLE weimin_app; GRANT"
                            + " weimin_app TO " + settings.app());
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    private void problem(String chinese, String english) {
        problems.add(new StartRefused(chinese, english));
    }

    /** A look at the database through one of the two roles. */
    @FunctionalInterface
    private interface Inspection {
        void of(Connection connection) throws SQLException;
    }
}
