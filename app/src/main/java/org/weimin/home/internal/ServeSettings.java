package org.weimin.home.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.weimin.home.StartRefused;
import org.weimin.home.internal.Database.Login;

/** What a real office must say before it starts. Nothing has a default that could be a secret. */
record ServeSettings(String url, Login owner, Login app, Path keyFile) {
    private static final int SHORTEST_PASSWORD = 16;
    private static final List<String> WELL_KNOWN =
            List.of("password", "postgres", "changeme", "change-me", "12345678", "123456", "weimin", "secret", "admin");

    /** Refuses with one readable line per missing or weak setting, all of them at once. */
    static ServeSettings from(Map<String, String> environment) {
        return new Reading(environment).settings();
    }

    /** One reading of the environment; collects what is wrong. */
    private static final class Reading {
        private final Map<String, String> environment;
        private final List<StartRefused> problems = new ArrayList<>();

        Reading(Map<String, String> environment) {
            this.environment = environment;
        }

        ServeSettings settings() {
            String url = required("WEIMIN_DB_URL", "jdbc:postgresql://db.example:5432/weimin");
            if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
                problem("WEIMIN_DB_URL 应以 jdbc:postgresql: 开头。", "WEIMIN_DB_URL must begin with jdbc:postgresql:.");
            }
            var owner = login("WEIMIN_DB_OWNER", "weimin_owner");
            var app = login("WEIMIN_DB_APP", "weimin_app");
            if (!app.user().isEmpty() && app.user().equals(owner.user())) {
                problem(
                        "WEIMIN_DB_APP 与 WEIMIN_DB_OWNER 必须是两个角色：应用不拥有任何表。",
                        "WEIMIN_DB_APP and WEIMIN_DB_OWNER must be two roles: the application owns no table.");
            }
            String key = required("WEIMIN_KEY_FILE", "/etc/weimin/keys");
            if (!key.isEmpty() && !Files.isReadable(Path.of(key))) {
                problem(
                        "读不到 WEIMIN_KEY_FILE：" + key + "。用 ./weimin new-keys FILE 可生成一份。",
                        "WEIMIN_KEY_FILE cannot be read: " + key + ". ./weimin new-keys FILE makes one.");
            }
            if (!problems.isEmpty()) {
                throw StartRefused.all(problems);
            }
            return new ServeSettings(url, owner, app, Path.of(key));
        }

        private Login login(String name, String example) {
            String user = required(name, example);
            String variable = name + "_PASSWORD";
            String password = required(variable, "…");
            if (!password.isEmpty() && isWeak(user, password)) {
                problem(
                        variable + " 太弱：至少 " + SHORTEST_PASSWORD + " 个字符，且不能是常见口令或角色名。",
                        variable + " is weak: at least " + SHORTEST_PASSWORD
                                + " characters, and neither a well-known password nor the role's name.");
            }
            return new Login(user, password);
        }

        private String required(String name, String example) {
            String value = environment.getOrDefault(name, "").strip();
            if (value.isEmpty()) {
                problem(
                        "缺少设置 " + name + "（例如 " + example + "）。",
                        "The setting " + name + " is missing (for example " + example + ").");
            }
            return value;
        }

        private void problem(String chinese, String english) {
            problems.add(new StartRefused(chinese, english));
        }

        private static boolean isWeak(String user, String password) {
            String lower = password.toLowerCase(Locale.ROOT);
            String rest = WELL_KNOWN.stream().reduce(lower, (left, known) -> left.replace(known, ""));
            return password.length() < SHORTEST_PASSWORD
                    || lower.contains(user.toLowerCase(Locale.ROOT))
                    || rest.length() < SHORTEST_PASSWORD / 2
                    || password.chars().distinct().count() < SHORTEST_PASSWORD / 2;
        }
    }
}
