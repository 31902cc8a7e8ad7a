package org.weimin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What residents see: light enough for an old telephone, readable without scripts, without barriers. */
@ExtendWith(Chromium.class)
class PublicPagesIT {
    private static final long MOST_BYTES = 150_000;
    private static final int MOST_REQUESTS = 12;
    private static Browser browser;
    private static String home;

    @BeforeAll
    static void open_the_county() {
        home = DemoCounty.running().address();
        browser = Chromium.start();
    }

    @AfterAll
    static void nothing_broke_on_the_way() {
        assertThat(Person.faults()).as("errors in the browser").isEmpty();
        assertThat(Person.inaccessible()).as("barriers").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/public/board", "/public/progress", "/public/matters/dibao", "/standards", "/sign-in"})
    void a_public_page_is_light(String path) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            var bytes = new AtomicLong();
            var requests = new AtomicInteger();
            page.onRequestFinished(request -> {
                requests.incrementAndGet();
                bytes.addAndGet(request.sizes().responseBodySize + request.sizes().responseHeadersSize);
            });
            var answer = page.navigate(home + path);
            page.waitForLoadState();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(bytes).as("bytes").hasValueLessThan(MOST_BYTES);
            assertThat(requests).as("requests").hasValueLessThanOrEqualTo(MOST_REQUESTS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/public/board", "/public/progress", "/public/matters/dibao", "/standards"})
    void a_public_page_reads_without_scripts(String path) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(home + path);
            assertThat(page.locator("h1").innerText()).isNotBlank();
            assertThat(page.locator("main").innerText().length()).isGreaterThan(40);
        }
    }

    @Test
    void no_public_page_has_a_barrier_in_either_language_or_type_size() {
        var resident = Person.onPhone(browser, home);
        for (String path : List.of("/", "/public/board", "/public/progress", "/public/matters/dibao", "/standards")) {
            String name = "public" + path.replaceFirst("^/(public)?", "").replace('/', '-');
            resident.open(path).look(name);
            resident.open(path + "?type=large").look(name + "-large");
            resident.open(path + "?type=normal");
        }
        resident.leave();
    }

    @Test
    void the_way_to_the_content_is_one_key_away() {
        var resident = Person.at(browser, home).open("/");
        resident.page().keyboard().press("Tab");
        assertThat(resident.page().evaluate("document.activeElement.className")).isEqualTo("skip");
        resident.leave();
    }
}
