package org.weimin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.testing.Doors;
import org.weimin.testing.FormToken;
import org.weimin.testing.RawHttp;
import org.weimin.testing.RawHttp.Answer;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;

/** 2,000 requests that no form of ours would send, made from the list of handlers: none is our fault, all get words. */
@RoomTest
class MalformedRequestsTest {
    private static final int REQUESTS = Integer.getInteger("weimin.malformed", 2_000);
    private static final long SEED = Long.getLong("weimin.seed", 20260701L);
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e400",
            "NaN",
            "9999999999999999999999",
            "null",
            "undefined",
            "true",
            "[]",
            "{}",
            "2026-02-30",
            "0000-00-00",
            "2026-13-45",
            "+292278994-08-17",
            "' OR 1=1 --",
            "\"; DROP TABLE people.person; --",
            "${7*7}",
            "#{T(java.lang.Runtime).getRuntime()}",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "%00",
            "%ff%fe",
            "%c0%ae",
            "%ED%A0%80",
            "%",
            "%zz",
            "\u202e\u0000\u200b",
            "𠮷",
            "00000000-0000-0000-0000-000000000000",
            "not-a-uuid",
            "a".repeat(3_000),
            "年".repeat(1_000));

    @Autowired
    Doors doors;

    @Autowired
    SignedIn signedIn;

    @LocalServerPort
    int port;

    private RawHttp http;
    private final List<String> cookies = new ArrayList<>();

    @BeforeEach
    void officials_of_every_role() {
        http = new RawHttp(port);
        cookies.add("");
        for (Role role : Role.values()) {
            cookies.add(signedIn.as(role, "310117"));
        }
        cookies.add(signedIn.asResident("310117003001"));
        cookies.add(signedIn.asResident("310117003001") + "; kiosk=310117003");
    }

    @Test
    void no_request_however_malformed_is_answered_with_our_fault() throws IOException {
        var random = new Random(SEED);
        var faults = new ArrayList<String>();
        for (int i = 0; i < REQUESTS; i++) {
            byte[] request = request(random);
            Answer answer = http.send(request);
            boolean shows = answer.body().contains("\tat ") || answer.body().contains("Exception");
            if (answer.status() >= 500 && answer.status() != 501 && answer.status() != 505 || shows) {
                String text = new String(request, StandardCharsets.UTF_8);
                faults.add("seed %d no. %d → %d: %s"
                        .formatted(SEED, i, answer.status(), text.substring(0, Math.min(600, text.length()))));
            }
        }
        assertThat(faults).isEmpty();
    }

    private byte[] request(Random random) {
        var door = doors.ours().get(random.nextInt(doors.ours().size()));
        String cookie = cookies.get(random.nextInt(cookies.size()));
        String token = FormToken.value();
        var lines = new ArrayList<String>();
        lines.add("Cookie: " + FormToken.COOKIE + (cookie.isEmpty() ? "" : "; " + cookie) + extraCookie(random));
        if (random.nextInt(6) == 0) {
            lines.add(oddHeader(random));
        }
        String target = door.with(pick(random), pick(random));
        String query = parameters(door, random);
        if (door.isRead()) {
            return RawHttp.request("GET", target + "?" + query, "", lines.toArray(String[]::new));
        }
        return switch (random.nextInt(8)) {
            case 0 -> RawHttp.request("PUT", target, query, lines.toArray(String[]::new));
            case 1 -> RawHttp.request("DELETE", target + "?" + query, "", lines.toArray(String[]::new));
            case 2 -> multipart(target, token, random, lines);
            case 3 -> {
                lines.add("Content-Type: application/json");
                lines.add("X-XSRF-TOKEN: " + token);
                yield RawHttp.request("POST", target, "[".repeat(10_000), lines.toArray(String[]::new));
            }
            default -> {
                lines.add("Content-Type: application/x-www-form-urlencoded");
                lines.add("X-XSRF-TOKEN: " + token);
                yield RawHttp.request("POST", target, query, lines.toArray(String[]::new));
            }
        };
    }

    private static byte[] multipart(String target, String token, Random random, List<String> lines) {
        lines.add("Content-Type: multipart/form-data; boundary=" + (random.nextBoolean() ? "x" : "\"\""));
        lines.add("X-XSRF-TOKEN: " + token);
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + "../a.xlsx"
                + (random.nextBoolean() ? "\"" : "") + "\r\n\r\nPK\u0003\u0004" + pick(random)
                + (random.nextBoolean() ? "\r\n--x--\r\n" : "");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(RawHttp.request("POST", target, body, lines.toArray(String[]::new)));
        return bytes.toByteArray();
    }

    /** The handler's own parameters, some missing, some twice, some nobody asked for, all with unfit values. */
    private static String parameters(Doors.Door door, Random random) {
        var query = new StringBuilder();
        for (MethodParameter parameter : door.handler().getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null && random.nextInt(5) > 0) {
                String name = asked.value().isEmpty() ? parameter.getParameter().getName() : asked.value();
                query.append(name).append('=').append(encoded(pick(random))).append('&');
                if (random.nextInt(5) == 0) {
                    query.append(name).append('=').append(encoded(pick(random))).append('&');
                }
            }
        }
        for (String name : List.of("page", "lang", "type", "format", "commandKey", "role", "asOf", "q")) {
            if (random.nextInt(6) == 0) {
                query.append(name).append('=').append(encoded(pick(random))).append('&');
            }
        }
        return query.toString();
    }

    private static String oddHeader(Random random) {
        return List.of(
                        "Accept-Language: " + "x".repeat(500),
                        "Accept: application/x-nothing",
                        "Range: bytes=-1--2",
                        "If-Modified-Since: yesterday",
                        "Content-Type: ",
                        "Transfer-Encoding: nonsense",
                        "X-Forwarded-For: 1.2.3.4, evil",
                        "HX-Request: true",
                        "Expect: 200-maybe",
                        "Content-Length: -5")
                .get(random.nextInt(10));
    }

    private static String extraCookie(Random random) {
        return random.nextInt(8) == 0 ? "; flash=%zz; lang=" + "e".repeat(50) + "; type=\u0001" : "";
    }

    private static String pick(Random random) {
        return encoded(NASTY.get(random.nextInt(NASTY.size())));
    }

    /** Blanks and line ends would end the request line; what is already a percent sign stays as crooked as it is. */
    private static String encoded(String value) {
        return value.replace(" ", "%20")
                .replace("\u0000", "%00")
                .replace("\r", "%0D")
                .replace("\n", "%0A");
    }
}
