package org.weimin.home.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.WeiminApplication;
import org.weimin.access.internal.Totp;
import org.weimin.home.Home;
import org.weimin.testing.RoomTest;

/** A real office, a process of its own on a database that somebody else runs: from empty to the desk. */
@RoomTest
@Timeout(240)
class ServeTest {
    private static final Pattern READY = Pattern.compile("Weimin is ready: (\\S+)");
    private static final Pattern INVITED = Pattern.compile("(\\S+): (/sign-in/invited\\?code=\\S+)");
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final String PASSWORD = "Jiangnan-ke-cai-lian-39";

    @Autowired
    Home home;

    @Autowired
    Database database;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new HashMap<>();
    private final List<String> said = new ArrayList<>();
    private Process office;
    private String address = "";

    @BeforeEach
    void an_office_opens_on_an_empty_database() throws IOException, SQLException {
        try (var superuser = Superuser.of(home);
                var statement = superuser.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS office WITH (FORCE)");
            statement.execute("CREATE DATABASE office OWNER weimin_owner TEMPLATE template0 LOCALE_PROVIDER builtin "
                    + "BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C.UTF-8'");
        }
        KeyFile.create(folder.resolve("keys"));
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WeiminApplication.class.getName(),
                "serve");
        process.environment()
                .putAll(Map.of(
                        "WEIMIN_DB_URL", database.url().replaceFirst("/[^/]*$", "/office"),
                        "WEIMIN_DB_OWNER", database.owner().user(),
                        "WEIMIN_DB_OWNER_PASSWORD", database.owner().password(),
                        "WEIMIN_DB_APP", database.app().user(),
                        "WEIMIN_DB_APP_PASSWORD", database.app().password(),
                        "WEIMIN_KEY_FILE", folder.resolve("keys").toString(),
                        "WEIMIN_HOME", folder.resolve("home").toString(),
                        "WEIMIN_PORT", "0"));
        office = process.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        listen(office.inputReader(StandardCharsets.UTF_8));
    }

    /** Two invitations and the address come within the first words, in whatever order. */
    private void listen(BufferedReader words) throws IOException {
        while (address.isEmpty() || invitations().size() < 2) {
            String line = words.readLine();
            assertThat(line).as("what the office said: " + said).isNotNull();
            said.add(line);
            var ready = READY.matcher(line);
            if (ready.find()) {
                address = ready.group(1);
            }
        }
    }

    /** The address of the first visit, by whom it is meant for. */
    private Map<String, String> invitations() {
        return said.stream()
                .map(INVITED::matcher)
                .filter(Matcher::find)
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    }

    @AfterEach
    void the_office_closes() throws InterruptedException, SQLException {
        office.destroy();
        if (!office.waitFor(30, TimeUnit.SECONDS)) {
            office.destroyForcibly().waitFor();
        }
        try (var superuser = Superuser.of(home);
                var statement = superuser.createStatement()) {
            statement.execute("DROP DATABASE office WITH (FORCE)");
        }
    }

    @Test
    void the_first_administrator_comes_to_the_desk_by_invitation_password_and_second_factor() throws Exception {
        var signIn = get("/sign-in");
        assertThat(signIn.statusCode()).isEqualTo(200);
        assertThat(signIn.body()).contains("name=\"password\"").doesNotContain("/sign-in/demo");
        assertThat(post("/sign-in/demo", signIn, Map.of("staff", "1", "post", "1"))
                        .statusCode())
                .isEqualTo(404);

        var invited = get(invitations().get("系统管理员"));
        assertThat(invited.body()).contains("系统管理员");
        var weak = post("/sign-in/invited", invited, Map.of("newPassword", "sysadmin"));
        assertThat(weak.statusCode()).isEqualTo(422);
        var accepted = post("/sign-in/invited", invited, Map.of("newPassword", PASSWORD));
        assertThat(accepted.statusCode()).isEqualTo(303);
        assertThat(accepted.headers().firstValue("Location").orElseThrow()).startsWith("/sign-in/enrol");
        assertThat(accepted.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("__Host-", "Secure", "HttpOnly", "SameSite=Lax"));
        assertThat(get("/desk").statusCode())
                .as("no desk without the second factor")
                .isEqualTo(303);

        var enrol = get("/sign-in/enrol");
        String secret = hidden(enrol).get("secret");
        assertThat(post("/sign-in/enrol", enrol, Map.of("code", "000000")).statusCode())
                .isEqualTo(422);
        String code = Totp.codeAt(secret, Instant.now().getEpochSecond());
        assertThat(post("/sign-in/enrol", enrol, Map.of("code", code)).statusCode())
                .isEqualTo(303);
        assertThat(get("/desk").body()).contains("系统管理员").doesNotContain("演示");

        cookies.clear();
        var again = post("/sign-in", get("/sign-in"), Map.of("name", "sysadmin", "password", PASSWORD));
        assertThat(again.headers().firstValue("Location").orElseThrow()).startsWith("/sign-in/code");
        assertThat(get(invitations().get("系统管理员")).body()).as("good once").doesNotContain("newPassword");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    /** Sends the form of that page, with what it hides and what is typed. */
    private HttpResponse<String> post(String path, HttpResponse<String> page, Map<String, String> typed)
            throws IOException, InterruptedException {
        var fields = hidden(page);
        fields.putAll(typed);
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private static Map<String, String> hidden(HttpResponse<String> page) {
        var fields = new HashMap<String, String>();
        FIELD.matcher(page.body()).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        return fields;
    }

    /** A client that keeps secure cookies although no proxy stands between. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        request.header(
                "Cookie",
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }
}
