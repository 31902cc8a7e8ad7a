package org.weimin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.weimin.e2e.Site.Sight;
import org.weimin.e2e.Site.Visitor;

/**
 * Every page × {Chinese, English} × {normal, large} × {full, empty, error} has no barrier, and every page is light.
 * {@code ./weimin test --long} looks at all of them, {@code verify} at a draw whose seed is printed.
 */
@ExtendWith(Chromium.class)
class EveryPageIT {
    private static final boolean LONG = Boolean.getBoolean("weimin.long");
    private static final long SEED = Long.getLong("weimin.seed", 20260701);
    private static final int DRAWN = 24;
    private static final int SAMPLES = LONG ? 12 : 4;
    private static final int FEWEST = 80;
    private static final int PHONE = 390;
    private static final String NOBODY = "01900000-0000-7000-8000-000000000000";
    private static final String NOTHING_FOUND = "q=%E9%BE%98%E9%BE%98";
    private static final int MOST_REQUESTS = 12;
    private static final long PUBLIC_BYTES = 150_000;
    private static final long CLERK_BYTES = 250_000;
    private static final long PAGE_BYTES = 60_000;
    private static final double MOST_SHIFT = 0.05;
    private static final double MOST_MILLIS = 2_500;
    private static Browser browser;
    private static Site site;
    private static final Map<Visitor, String> AT_WORK = new HashMap<>();
    private static final Map<Visitor, String> ELSEWHERE = new HashMap<>();

    private enum State {
        FULL,
        EMPTY,
        ERROR
    }

    /** One page as somebody may meet it. */
    private record Cell(Sight sight, State state, String language, String type) {}

    @BeforeAll
    static void open_every_door() {
        HalfWay.leave(DemoCounty.running());
        site = Site.explored(DemoCounty.running(), SAMPLES);
        browser = Chromium.start();
        System.out.printf("%d pages, seed %d; no page behind %s%n", site.pages().size(), SEED, site.unseen());
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void whoever_follows_any_link_finds_a_page_and_never_a_breakdown() {
        assertThat(site.broken()).isEmpty();
        assertThat(site.pages()).hasSizeGreaterThan(FEWEST);
    }

    @Test
    void no_page_has_a_barrier_in_either_language_or_type_size_full_empty_or_refusing() {
        var barriers = new ArrayList<String>();
        for (String language : List.of("zh", "en")) {
            for (String type : List.of("normal", "large")) {
                try (BrowserContext context = browser.newContext()) {
                    Page page = context.newPage();
                    page.setDefaultTimeout(20_000);
                    page.navigate(address() + "/sign-in?lang=" + language);
                    page.navigate(address() + "/sign-in?type=" + type);
                    cells().stream()
                            .filter(cell -> cell.language().equals(language)
                                    && cell.type().equals(type))
                            .forEach(cell -> look(cell, page, barriers));
                }
            }
        }
        assertThat(barriers).isEmpty();
    }

    @Test
    void every_page_is_light_and_stands_still() {
        var heavy = new ArrayList<String>();
        for (Sight sight : drawn(site.pages(), DRAWN)) {
            try (BrowserContext context = browser.newContext()) {
                heavy.addAll(weigh(sight, context));
            }
        }
        assertThat(heavy).isEmpty();
    }

    private static List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (State state : State.values()) {
            for (Sight sight : site.pages()) {
                if (state != State.EMPTY || !sight.hasVariables()) {
                    for (String language : List.of("zh", "en")) {
                        cells.add(new Cell(sight, state, language, "normal"));
                        cells.add(new Cell(sight, state, language, "large"));
                    }
                }
            }
        }
        return drawn(cells, DRAWN);
    }

    /** All of them in a long run, else so many by the seed, in their own order. */
    private static <T> List<T> drawn(List<T> all, int most) {
        if (LONG || all.size() <= most) {
            return all;
        }
        var indexes =
                new ArrayList<>(Stream.iterate(0, i -> i + 1).limit(all.size()).toList());
        Collections.shuffle(indexes, new Random(SEED));
        return indexes.stream().limit(most).sorted().map(all::get).toList();
    }

    private static void look(Cell cell, Page page, List<String> barriers) {
        Sight sight = cell.sight();
        signIn(page.context(), sight, cell.state() == State.EMPTY);
        String path = switch (cell.state()) {
            case FULL, ERROR -> sight.path();
            case EMPTY -> sight.path() + (sight.path().contains("?") ? "&" : "?") + NOTHING_FOUND;
        };
        Response response = page.navigate(address() + path);
        if (cell.state() == State.ERROR && !sendEmptyForm(page)) {
            response = page.navigate(address()
                    + (sight.hasVariables() ? sight.door().replaceAll("\\{[^}]+}", NOBODY) : sight.path() + "/absent"));
        }
        if (response != null && response.status() >= 500) {
            barriers.add(cell + ": " + response.status());
        }
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(rule -> barriers.add(cell + ": " + rule.getId() + " "
                        + rule.getNodes().getFirst().getHtml()));
        if (cell.state() == State.FULL && cell.language().equals("zh")) {
            page.setViewportSize(PHONE, 844);
            Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (((Number) wider).intValue() > 1) {
                barriers.add(cell + ": " + wider + " px wider than a phone");
            }
            page.setViewportSize(1280, 900);
        }
    }

    /** What the page answers to a form that was sent with nothing in it; false where it has no form to fill. */
    private static boolean sendEmptyForm(Page page) {
        Locator forms = page.locator(
                "main form[method=post]:has(input:not([type=hidden]):not([type=checkbox]), textarea, select)");
        if (page.url().contains("/demo") || forms.count() == 0) {
            return false;
        }
        forms.first().evaluate("""
            form => {
              form.closest('details')?.setAttribute('open', '');
              form.noValidate = true;
              form.querySelectorAll('input:not([type=hidden]), textarea, select').forEach(field => {
                if (field.type === 'checkbox' || field.type === 'radio') field.checked = false; else field.value = '';
              });
            }\
            """);
        page.evaluate("document.documentElement.dataset.before = 'yes'");
        forms.first().evaluate("form => { form.submit(); }");
        page.waitForFunction("!document.documentElement.dataset.before && document.readyState === 'complete'");
        return true;
    }

    private static List<String> weigh(Sight sight, BrowserContext context) {
        signIn(context, sight, false);
        Page page = context.newPage();
        var bytes = new AtomicLong();
        var requests = new AtomicInteger();
        var itself = new AtomicLong();
        page.onRequestFinished(request -> {
            int size = request.sizes().responseBodySize + request.sizes().responseHeadersSize;
            requests.incrementAndGet();
            bytes.addAndGet(size);
            if (request.isNavigationRequest()) {
                itself.addAndGet(size);
            }
        });
        boolean measuresTime = LONG && sight.isPublic();
        if (measuresTime) {
            slowDown(context, page);
        }
        page.navigate(address() + sight.path());
        page.waitForLoadState();
        double shift = number(page, "layout-shift", "sum + entry.value");
        var wrong = new ArrayList<String>();
        long most = sight.isPublic() ? PUBLIC_BYTES : CLERK_BYTES;
        check(wrong, bytes.get() > most, sight, bytes + " bytes at first");
        check(wrong, itself.get() > PAGE_BYTES, sight, itself + " bytes of the page alone");
        check(wrong, requests.get() > MOST_REQUESTS, sight, requests + " requests");
        check(wrong, shift > MOST_SHIFT, sight, "layout shifts by " + shift);
        if (measuresTime) {
            double painted = number(page, "largest-contentful-paint", "entry.startTime");
            check(wrong, painted > MOST_MILLIS, sight, "painted after " + painted + " ms");
        }
        return wrong;
    }

    private static void check(List<String> wrong, boolean isWrong, Sight sight, String what) {
        if (isWrong) {
            wrong.add(sight.path() + ": " + what);
        }
    }

    /** An old machine on a slow line: a quarter of the speed, 1.6 Mbit/s, 150 ms. */
    private static void slowDown(BrowserContext context, Page page) {
        var devtools = context.newCDPSession(page);
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 150);
        line.addProperty("downloadThroughput", 200_000);
        line.addProperty("uploadThroughput", 94_000);
        devtools.send("Network.enable");
        devtools.send("Network.emulateNetworkConditions", line);
        var rate = new JsonObject();
        rate.addProperty("rate", 4);
        devtools.send("Emulation.setCPUThrottlingRate", rate);
    }

    /** What the browser itself observed of one kind, added up by the expression. */
    private static double number(Page page, String kind, String fold) {
        Object observed = page.evaluate("""
            kind => new Promise(done => {
              let sum = 0;
              new PerformanceObserver(list => { for (const entry of list.getEntries()) sum = FOLD; })
                .observe({ type: kind, buffered: true });
              setTimeout(() => done(sum), 200);
            })\
            """.replace("FOLD", fold), kind);
        return ((Number) observed).doubleValue();
    }

    private static void signIn(BrowserContext context, Sight sight, boolean elsewhere) {
        String session = elsewhere
                ? ELSEWHERE.computeIfAbsent(sight.visitor(), site::cookieElsewhere)
                : AT_WORK.computeIfAbsent(sight.visitor(), site::cookie);
        String value = session.isEmpty() ? "none" : session;
        context.addCookies(List.of(new Cookie("weimin-session", value).setUrl(address())));
    }

    private static String address() {
        return DemoCounty.running().address();
    }
}
