package org.weimin.home.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** A short walk through the first pages, so that the JVM can remember for the next start what it needed. */
public final class Training {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)\"");
    private static final int MOST_PAGES = 40;
    private final String origin;
    private final HttpClient browser = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .cookieHandler(new CookieManager())
            .build();

    public Training(WebServerApplicationContext application) {
        this.origin = "http://localhost:"
                + java.util.Objects.requireNonNull(application.getWebServer()).getPort();
    }

    public void walk() {
        Set<String> seen = new LinkedHashSet<>(List.of("/"));
        for (int visited = 0; visited < Math.min(seen.size(), MOST_PAGES); visited++) {
            Matcher links = LINK.matcher(visit(List.copyOf(seen).get(visited)));
            while (links.find()) {
                seen.add(links.group(1));
            }
        }
    }

    private String visit(String path) {
        try {
            return browser.send(
                            HttpRequest.newBuilder(URI.create(origin + path.replace("&amp;", "&")))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
