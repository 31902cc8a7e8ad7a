package org.weimin.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Somebody at a screen: opens pages, fills fields by their labels, presses buttons by their words. */
final class Person {
    private static final int WIDE = 1280;
    private static final int PHONE = 390;
    private static final Path SHOTS = Path.of(System.getProperty("weimin.shots", "shots"));
    private static final TreeSet<String> INACCESSIBLE = new TreeSet<>();
    private static final List<String> FAULTS = new ArrayList<>();
    private final String home;
    private final BrowserContext context;
    private final Page page;

    private Person(Browser browser, String home, int width) {
        this.home = home;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale("zh-CN")
                .setAcceptDownloads(true));
        this.page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            // A refused form is an answer, and a visit without network is meant, though the console calls both failed.
            if (message.type().equals("error")
                    && !message.text().contains("status of 4")
                    && !message.text().contains("ERR_INTERNET_DISCONNECTED")) {
                FAULTS.add(page.url() + ": " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 500) {
                FAULTS.add(response.status() + " " + response.url());
            }
        });
    }

    static Person at(Browser browser, String home) {
        return new Person(browser, home, WIDE);
    }

    /** A resident with a telephone. */
    static Person onPhone(Browser browser, String home) {
        return new Person(browser, home, PHONE);
    }

    /** One press on the demo's list of people. */
    static Person signedInAs(String name, Browser browser, String home) {
        return at(browser, home).signIn(name);
    }

    /** An official with a telephone. */
    static Person signedInOnPhone(String name, Browser browser, String home) {
        return onPhone(browser, home).signIn(name);
    }

    private Person signIn(String name) {
        open("/sign-in");
        page.locator("details").evaluateAll("all => all.forEach(each => each.open = true)");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name + " · ")))
                .first()
                .click();
        return this;
    }

    Page page() {
        return page;
    }

    Person open(String path) {
        Response response = page.navigate(path.startsWith("http") ? path : home + path);
        if (response != null && response.status() >= 400) {
            throw new AssertionError(response.status() + " at " + path + "\n" + text());
        }
        return this;
    }

    Person press(String words) {
        button(words).click();
        return this;
    }

    Person follow(String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
                .first()
                .click();
        return this;
    }

    Person fill(String label, String value) {
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(false))
                .first();
        field.fill(value);
        return this;
    }

    /** Whether this page is theirs to see; the page is shown if it is. */
    boolean mayOpen(String path) {
        Response response = page.navigate(home + path);
        return response != null && response.ok();
    }

    /** Types it, or chooses what has that value; a hidden box is nobody's to fill. */
    static void answer(Locator box, String value) {
        switch (String.valueOf(box.evaluate("box => box.tagName === 'SELECT' ? 'select' : box.type"))) {
            case "hidden" -> {}
            case "select" -> box.selectOption(value);
            case "radio", "checkbox" -> {
                if (value.equals(box.getAttribute("value"))) {
                    box.check();
                }
            }
            default -> box.fill(value);
        }
    }

    /** Fills what a form still asks for: nothing earned, in plain words, the first choice. */
    Person answerTheRest() {
        for (Locator field : page.locator(
                        "main form textarea[required], main form input[required]:not([type=hidden]):not([type=radio])")
                .all()) {
            if (field.isVisible() && field.inputValue().isEmpty()) {
                field.fill(plain(String.valueOf(field.evaluate("box => box.type"))));
            }
        }
        for (Locator field : page.locator("main form select[required]").all()) {
            if (field.isVisible() && field.inputValue().isEmpty()) {
                field.selectOption(new SelectOption().setIndex(1));
            }
        }
        return this;
    }

    private String plain(String type) {
        return switch (type) {
            case "textarea" -> "情况属实";
            case "date" -> today().toString();
            default -> "0";
        };
    }

    /** The addresses of all links whose address begins so. */
    List<String> links(String start) {
        return page.locator("main a[href^='" + start + "']").all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
    }

    Person choose(String label, String option) {
        page.getByLabel(label).first().selectOption(option);
        return this;
    }

    Person tick(String label) {
        page.getByLabel(label).first().check();
        return this;
    }

    Download download(String words) {
        return page.waitForDownload(() -> page.getByText(words).first().click());
    }

    /** Fetches a file with this person's own cookies and keeps it beside the screenshots. */
    Path save(String path, String fileName) {
        var answer = context.request().get(home + path);
        if (!answer.ok()) {
            throw new AssertionError(answer.status() + " at " + path);
        }
        try {
            Files.createDirectories(SHOTS);
            return Files.write(SHOTS.resolve(fileName), answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Person upload(String label, Path file) {
        page.getByLabel(label).first().setInputFiles(file);
        return this;
    }

    boolean sees(String words) {
        return text().contains(words);
    }

    Person see(String words) {
        PlaywrightAssertions.assertThat(page.locator("body")).containsText(words);
        return this;
    }

    /** Waits, because a job may still be at it; a page that polls shows it by itself, others are loaded anew. */
    Person await(String words) {
        for (int i = 0; i < 40 && !sees(words); i++) {
            page.waitForTimeout(250);
            if (i % 4 == 3) {
                page.reload();
            }
        }
        if (!sees(words)) {
            throw new AssertionError("Never saw \"" + words + "\" at " + page.url() + "\n" + text());
        }
        return this;
    }

    String text() {
        return page.locator("body").innerText();
    }

    String path() {
        return page.url().substring(home.length());
    }

    /** A screenshot, wide and narrow, and a look for barriers, in both languages. */
    Person look(String name) {
        String here = page.url();
        shot(name);
        barriers(name + " zh");
        page.setViewportSize(PHONE, 844);
        shot(name + "-phone");
        noSidewaysScrolling(name);
        page.setViewportSize(WIDE, 900);
        page.navigate(here + (here.contains("?") ? "&" : "?") + "lang=en");
        barriers(name + " en");
        shot(name + "-en");
        page.navigate(here + (here.contains("?") ? "&" : "?") + "lang=zh");
        page.navigate(here);
        return this;
    }

    static TreeSet<String> inaccessible() {
        return INACCESSIBLE;
    }

    static List<String> faults() {
        return FAULTS;
    }

    void leave() {
        context.close();
    }

    /** Whether there is a button that says exactly this. */
    boolean has(String words) {
        return page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(words).setExact(true))
                        .count()
                > 0;
    }

    /** The button that says exactly this, else the first that begins so. */
    private Locator button(String words) {
        var exact = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
        return exact.count() > 0
                ? exact.first()
                : page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                        .first();
    }

    /** The business day that the page frame shows. */
    LocalDate today() {
        return LocalDate.parse(page.locator("header time").first().getAttribute("datetime"));
    }

    /** A number that the page works out. */
    int count(String script) {
        return ((Number) page.evaluate("async () => " + script)).intValue();
    }

    void shot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private void barriers(String where) {
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            INACCESSIBLE.add(where + ": " + rule.getId() + " "
                    + rule.getNodes().getFirst().getHtml());
        }
    }

    private void noSidewaysScrolling(String where) {
        Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) wider).intValue() > 1) {
            INACCESSIBLE.add(where + ": " + wider + " px wider than a phone");
        }
    }
}
