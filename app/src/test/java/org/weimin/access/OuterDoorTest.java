package org.weimin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.weimin.testing.Doors;
import org.weimin.testing.RawHttp;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;

/** What the outer door does with every address: headers, forged requests, crooked paths, people not signed in. */
@RoomTest
class OuterDoorTest {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    @Autowired
    Doors doors;

    @Autowired
    SignedIn signedIn;

    @LocalServerPort
    int port;

    private RawHttp http;

    @BeforeEach
    void connect() {
        http = new RawHttp(port);
    }

    @Test
    void nobody_gets_past_a_door_that_asks_without_signing_in() throws IOException {
        for (var door : doors.ours()) {
            if (door.permission().isPresent() && door.isRead()) {
                var answer = http.get(door.with(NOBODY));
                assertThat(answer.status()).as(door.toString()).isEqualTo(303);
                assertThat(answer.header("Location").orElseThrow())
                        .as(door.toString())
                        .matches("(/my)?/sign-in\\?to=.*");
            }
        }
    }

    @Test
    void no_crooked_path_opens_a_door() throws IOException {
        for (var door : doors.ours()) {
            if (door.permission().isPresent()) {
                for (String crooked : crooked(door.with(NOBODY))) {
                    assertThat(http.get(crooked).status()).as(crooked).isNotEqualTo(200);
                }
            }
        }
    }

    @Test
    void every_page_carries_the_headers_that_protect_it() throws IOException {
        String auditor = "Cookie: " + signedIn.as(Role.AUDITOR, "310117");
        for (var door : doors.ours()) {
            if (door.isRead()) {
                var answer = http.get(door.with(NOBODY), auditor);
                assertThat(answer.header("Content-Security-Policy").orElse(""))
                        .as(door.toString())
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe");
                assertThat(answer.header("X-Content-Type-Options"))
                        .as(door.toString())
                        .contains("nosniff");
                assertThat(answer.header("Cross-Origin-Opener-Policy"))
                        .as(door.toString())
                        .contains("same-origin");
                assertThat(answer.header("Referrer-Policy")).as(door.toString()).contains("same-origin");
                assertThat(answer.header("Cache-Control").orElse(""))
                        .as(door.toString())
                        .contains("no-store");
            }
        }
    }

    @Test
    void static_files_are_kept_by_browsers_and_nothing_else_lies_beside_them() throws IOException {
        var css = http.get("/static/weimin.css");
        assertThat(css.status()).isEqualTo(200);
        assertThat(css.header("Cache-Control").orElse("")).contains("max-age=").doesNotContain("no-store");
        for (String hidden : List.of(
                "/static/../application.yaml",
                "/static/%2e%2e/application.yaml",
                "/static/",
                "/weimin.css",
                "/application.yaml",
                "/webjars/htmx.org/2.0.10/dist/htmx.min.js",
                "/actuator",
                "/actuator/health",
                "/actuator/env",
                "/h2-console",
                "/swagger-ui/index.html",
                "/v3/api-docs",
                "/.git/config",
                "/druid/index.html")) {
            assertThat(http.get(hidden).status()).as(hidden).isIn(400, 404);
        }
    }

    @Test
    void what_another_site_sends_is_refused() throws IOException {
        String admin = "Cookie: " + signedIn.as(Role.SYSTEM_ADMIN, "310117");
        for (var door : doors.ours()) {
            if (!door.isRead()) {
                var forged = http.send(RawHttp.request("POST", door.with(NOBODY), "name=x", FORM, admin));
                assertThat(forged.status()).as("without a token: " + door).isEqualTo(403);
                var crossSite = http.send(RawHttp.request(
                        "POST", door.with(NOBODY), "name=x", FORM, admin, "Sec-Fetch-Site: cross-site"));
                assertThat(crossSite.status()).as("from another site: " + door).isEqualTo(403);
            }
        }
        for (String type : List.of("text/plain", "multipart/form-data; boundary=x", "application/json")) {
            var forged = http.send(RawHttp.request("POST", "/staff", "name=x", "Content-Type: " + type, admin));
            assertThat(forged.status()).as(type).isEqualTo(403);
        }
    }

    @Test
    void the_cookie_of_a_session_is_out_of_reach_for_scripts() throws IOException {
        var page = http.get("/sign-in");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().stream().filter(line -> line.startsWith("Set-Cookie")))
                .allSatisfy(line -> assertThat(line).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void a_real_office_has_no_demo_door() {
        assertThat(doors.all()).noneMatch(door -> door.path().contains("demo"));
    }

    private static List<String> crooked(String path) {
        return Stream.of(
                        path + ".js",
                        path + ".css",
                        path + ".json",
                        path + ";a=b",
                        path + "/;/x.css",
                        path + "%2e",
                        path + "%00",
                        path + "/..;/",
                        path + "/../" + path.substring(1),
                        "/static/.." + path,
                        "/static/..;" + path,
                        "/" + path,
                        path + "/",
                        path + "//",
                        path.toUpperCase(Locale.ROOT),
                        path.replaceFirst("/(.)", "/%" + Integer.toHexString(path.charAt(1))),
                        "/;" + path,
                        path + "?x=.js",
                        path + "#.js")
                .toList();
    }
}
