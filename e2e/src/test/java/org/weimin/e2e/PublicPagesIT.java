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
import org.junit.jupiter.params.provider.MethodSource;

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

    /** Every public page; those with a question mark are asked something. */
    static List<String> pages() {
        return List.of(
                "/",
                "/services",
                "/services?q=db",
                "/services?q=xyzzyplugh",
                "/what-has-happened",
                "/what-has-happened/ILLNESS",
                "/self-check",
                "/self-check?event=ILLNESS&people=2",
                "/public/board",
                "/public/progress",
                "/public/matters/dibao",
                "/public/matters/jiehun-dengji",
                "/standards",
                "/sign-in");
    }

    @ParameterizedTest
    @MethodSource("pages")
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
    @MethodSource("pages")
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
        for (String path : pages()) {
            String name = "public" + path.replaceFirst("^/(public)?", "").replaceAll("[^A-Za-z0-9]", "-");
            String more = path.contains("?") ? "&" : "?";
            resident.open(path).look(name);
            resident.open(path + more + "type=large").look(name + "-large");
            resident.open(path + more + "type=normal");
        }
        resident.leave();
    }

    @Test
    void a_resident_goes_from_own_words_to_what_there_may_be() {
        var resident = Person.onPhone(browser, home).open("/");
        resident.page().getByLabel("用自己的话搜").fill("看病花光了积蓄");
        resident.press("查找").see("最接近的在前面");
        resident.open("/what-has-happened/HARDSHIP").follow("开始测");
        resident.choose("一起生活的有几个人", "1").press("下一步").see("不保存");
        resident.fill("出生日期", "1975-03-01").answerTheRest().press("看结果");
        resident.see("可能可以享受").see("最低生活保障").look("public-self-check-result").leave();
    }

    @Test
    void the_way_to_the_content_is_one_key_away() {
        var resident = Person.at(browser, home).open("/");
        resident.page().keyboard().press("Tab");
        assertThat(resident.page().evaluate("document.activeElement.className")).isEqualTo("skip");
        resident.leave();
    }
}
