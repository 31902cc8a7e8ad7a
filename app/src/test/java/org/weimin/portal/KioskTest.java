package org.weimin.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.weimin.access.Role;
import org.weimin.testing.FormToken;
import org.weimin.testing.RawHttp;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;

/** A screen that many use one after another: it knows where it stands, calls somebody, and forgets everybody. */
@RoomTest
class KioskTest {
    private static final String HERE = "kiosk=310117003";

    @Autowired
    SignedIn signedIn;

    @LocalServerPort
    int port;

    @Test
    void the_first_look_makes_a_terminal_of_the_browser() throws IOException {
        var first = get("/kiosk?at=310117003", "");
        assertThat(first.headers()).anyMatch(line -> line.startsWith("Set-Cookie: " + HERE));
        assertThat(get("/kiosk", HERE).body()).contains("您要办什么", "叫工作人员", "kiosk.js");
        assertThat(get("/", "x=y").body()).doesNotContain("kiosk.js");
        assertThat(get("/kiosk", "kiosk=nonsense").status()).isEqualTo(404);
    }

    @Test
    void a_call_for_help_reaches_the_community_and_only_that_one() throws IOException {
        assertThat(post("/kiosk/help", HERE).status()).isEqualTo(303);
        String near = signedIn.as(Role.STREET_CLERK, "310117003");
        String far = signedIn.as(Role.COMMUNITY_WORKER, "310117001001");
        String page = get("/community", near).body();
        var call = Pattern.compile("/community/calls/([0-9a-f-]{36})").matcher(page);
        assertThat(call.find()).isTrue();
        assertThat(get("/community", far).body()).doesNotContain(call.group(1));
        assertThat(post(call.group(), far).status()).isEqualTo(404);
        assertThat(post(call.group(), near).status()).isEqualTo(303);
        assertThat(get("/community", near).body()).doesNotContain(call.group(1));
    }

    @Test
    void whoever_leaves_is_forgotten_at_once_by_press_and_by_rest() throws IOException {
        for (String way : new String[] {"press", "rest"}) {
            String resident = signedIn.asResident("310117003001");
            assertThat(get("/my", resident + "; " + HERE).status()).isEqualTo(200);
            var left = way.equals("press")
                    ? post("/kiosk/leave", resident + "; " + HERE)
                    : get("/kiosk/left", resident + "; " + HERE);
            assertThat(left.header("Location")).contains("/kiosk");
            assertThat(left.header("Clear-Site-Data").orElse("")).contains("cache", "storage");
            assertThat(get("/my", resident).status()).isEqualTo(303);
        }
    }

    @Test
    void the_community_worker_sees_whom_the_own_village_looks_after_and_no_other() throws IOException {
        signedIn.asResident("310117003001");
        String own = signedIn.as(Role.COMMUNITY_WORKER, "310117003001");
        String other = signedIn.as(Role.COMMUNITY_WORKER, "310117003002");
        assertThat(get("/community", own).body()).contains("顾阿婆", "独居老人", "代为申请");
        assertThat(get("/community", other).body()).doesNotContain("顾阿婆");
    }

    private RawHttp.Answer get(String path, String cookie) throws IOException {
        return new RawHttp(port).get(path, "Cookie: " + cookie);
    }

    private RawHttp.Answer post(String path, String cookie) throws IOException {
        return new RawHttp(port)
                .send(RawHttp.request(
                        "POST",
                        path,
                        "x=y",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Cookie: " + cookie + "; " + FormToken.COOKIE,
                        FormToken.HEADER + ": " + FormToken.value()));
    }
}
