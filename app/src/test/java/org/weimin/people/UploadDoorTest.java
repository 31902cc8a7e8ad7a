package org.weimin.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weimin.people.RosterFile.csv;
import static org.weimin.people.RosterFile.head;
import static org.weimin.people.RosterFile.utf8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.weimin.access.Role;
import org.weimin.home.Home;
import org.weimin.people.RosterFile.Fate;
import org.weimin.testing.FormToken;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;

/** The same enemies' files at the doors themselves: an answer in words, and nothing left behind under any name. */
@RoomTest
class UploadDoorTest {
    private static final List<String> NAMES = List.of(
            "../../../../tmp/weimin-evil.csv",
            "..\\..\\weimin-evil.csv",
            "/etc/weimin-evil.csv",
            "C:\\weimin-evil.csv",
            "\u202Evsc.dab.csv",
            "名".repeat(80) + ".csv",
            "CON.csv",
            "aux.csv",
            "😀𠅤.csv",
            "; rm -rf ~.csv",
            "$(id).csv",
            "<img src=x onerror=alert(1)>.csv",
            "a%00b%2e%2e%2f.csv",
            ".csv",
            "..csv",
            "a\tb.csv");

    @Autowired
    SignedIn signedIn;

    @Autowired
    Home home;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private String clerk = "";

    @BeforeEach
    void a_clerk_signs_in() {
        clerk = signedIn.as(Role.STREET_CLERK, "310117003");
    }

    @TestFactory
    Stream<DynamicTest> no_file_is_answered_with_our_fault() {
        return HostileFiles.all().stream()
                .flatMap(file -> Stream.of("zh", "en")
                        .map(language -> DynamicTest.dynamicTest(
                                file.title() + ", " + language, () -> refusedInWords(file, language))));
    }

    private void refusedInWords(RosterFile file, String language) throws IOException, InterruptedException {
        var answer = postIn(language, "/people/import", "file", file.name(), file.bytes());
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
        String code = ((Fate.Refused) file.fate()).code();
        assertThat(answer.body())
                .contains(
                        answer.statusCode() == 413 ? text("shell.error.upload.text", language) : text(code, language));
        assertNothingLies();
    }

    @TestFactory
    Stream<DynamicTest> a_name_is_only_shown() {
        return NAMES.stream()
                .map(name -> DynamicTest.dynamicTest("name " + NAMES.indexOf(name), () -> onlyShown(name)));
    }

    private void onlyShown(String name) throws IOException, InterruptedException {
        var answer = post("/people/import", "file", name, utf8(csv(head("李试"))));
        assertThat(answer.statusCode()).isEqualTo(303);
        String batch = answer.headers().firstValue("Location").orElseThrow();
        String page = get(batch, BodyHandlers.ofString()).body();
        assertThat(page).doesNotContain("<img src=x").doesNotContain("\u202E").doesNotContain("\0");
        var checked = get(batch + "/checked", BodyHandlers.ofByteArray());
        assertThat(checked.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .doesNotContain("/")
                .doesNotContain("\\");
        assertThat(checked.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertNothingLies();
    }

    @Test
    void a_name_that_no_disk_could_hold_is_refused_in_words() throws IOException, InterruptedException {
        var answers = Map.of("名".repeat(300) + ".csv", "upload", "weimin-evil.csv\0.png.csv", "bad-request");
        for (var each : answers.entrySet()) {
            var answer = post("/people/import", "file", each.getKey(), utf8(csv(head("李试"))));
            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(answer.body()).contains(text("shell.error." + each.getValue() + ".text", "zh"));
            assertNothingLies();
        }
    }

    @Test
    void what_looks_like_a_formula_comes_back_as_the_text_that_was_typed() throws IOException, InterruptedException {
        for (String typed : List.of("=HYPERLINK(\"http://e\")", "+1", "-1", "@A1", "＝1", "=cmd|' /C calc'!A0")) {
            var answer = post("/people/import", "file", "=1+1.csv", utf8(csv(head(5, typed))));
            String batch = answer.headers().firstValue("Location").orElseThrow();
            byte[] checked = get(batch + "/checked", BodyHandlers.ofByteArray()).body();
            try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(checked))) {
                var cell = workbook.getSheetAt(0).getRow(1).getCell(5);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(typed);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> no_file_is_taken_for_a_holiday_notice() {
        String administrator = signedIn.as(Role.SYSTEM_ADMIN, "310117");
        return HostileFiles.all().stream()
                .filter(file -> file.bytes().length < 1 << 20)
                .map(file -> DynamicTest.dynamicTest(file.title(), () -> {
                    clerk = administrator;
                    var answer = post("/policy/calendar", "notice", file.name(), file.bytes());
                    assertThat(answer.statusCode()).isBetween(400, 499);
                    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
                }));
    }

    private void assertNothingLies() throws IOException {
        Path uploads = home.files().resolve("uploads");
        try (var kept = Files.exists(uploads) ? Files.list(uploads) : Stream.<Path>empty()) {
            assertThat(kept).isEmpty();
        }
        assertThat(List.of(Path.of("/tmp/weimin-evil.csv"), Path.of("/etc/weimin-evil.csv")))
                .noneMatch(Files::exists);
    }

    private HttpResponse<String> post(String path, String field, String name, byte[] content)
            throws IOException, InterruptedException {
        return postIn("zh", path, field, name, content);
    }

    private HttpResponse<String> postIn(String language, String path, String field, String name, byte[] content)
            throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(utf8("--x\r\nContent-Disposition: form-data; name=\"policy\"\r\n\r\nALL\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name.replace("\\", "\\\\")
                + "\"\r\nContent-Type: text/csv\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(utf8("\r\n--x--\r\n"));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", FormToken.COOKIE + "; lang=" + language + "; " + clerk)
                .header(FormToken.HEADER, FormToken.value())
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> get(String path, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port).resolve(path))
                .header("Cookie", clerk);
        return http.send(request.build(), handler);
    }

    /** The beginning of the sentence, up to its first figure. */
    private static String text(String code, String language) {
        String room = code.substring(0, code.indexOf('.'));
        String file = "/messages/" + room + (language.equals("en") ? "_en" : "") + ".properties";
        var texts = new Properties();
        try (var in = new InputStreamReader(UploadDoorTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return texts.getProperty(code).replaceAll("[{'].*", "").replaceAll("\\..*", "");
    }
}
