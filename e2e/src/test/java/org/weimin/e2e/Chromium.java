package org.weimin.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The system's own Chromium, one per test class; nothing is downloaded. */
final class Chromium implements ExecutionCondition, AfterAllCallback {
    private static final Path EXECUTABLE = Path.of(System.getProperty("weimin.chromium", "/usr/bin/chromium"));
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final ThreadLocal<Playwright> PLAYWRIGHT = new ThreadLocal<>();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Files.isExecutable(EXECUTABLE)) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        System.out.println("SKIPPED " + context.getDisplayName() + ": no Chromium at " + EXECUTABLE
                + " (Debian: apt-get install chromium fonts-noto-cjk)");
        return ConditionEvaluationResult.disabled("no Chromium at " + EXECUTABLE);
    }

    static Browser start() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PLAYWRIGHT.set(playwright);
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setChromiumSandbox(false)
                        .setArgs(QUIET));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Playwright playwright = PLAYWRIGHT.get();
        if (playwright != null) {
            playwright.close();
            PLAYWRIGHT.remove();
        }
    }
}
