package org.weimin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An official's browser: it follows no redirect by itself, and every form carries its token. */
public final class Browser {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern FORM =
            Pattern.compile("<form[^>]*method=\"post\"[^>]*action=\"([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern BOX = Pattern.compile(
            "<(input|textarea|select)([^>]*\\bname=\"([^\"]+)\"[^>]*)>(?:(.*?)</\\1>)?", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"([^>]*)>");
    private static final String IN_WORDS = "情况属实";

    private final int port;
    private final String cookies;

    public Browser(int port, String session) {
        this.port = port;
        this.cookies = session + "; " + FormToken.COOKIE;
    }

    public String get(String path) {
        HttpResponse<byte[]> answer = send(request(path).GET());
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(path + " " + body).isEqualTo(200);
        return body;
    }

    /** The page, or nothing where this official does not get it. */
    public Optional<String> find(String path) {
        HttpResponse<byte[]> answer = send(request(path).GET());
        return answer.statusCode() == 200
                ? Optional.of(new String(answer.body(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** A paper to print. */
    public byte[] pdf(String path) {
        HttpResponse<byte[]> answer = send(request(path).GET());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1))
                .as(path)
                .startsWith("%PDF-");
        return answer.body();
    }

    /** Where the answer to the form leads. */
    public String post(String path, Map<String, String> fields) {
        HttpResponse<byte[]> answer = answer(path, fields);
        assertThat(answer.statusCode())
                .as(path + " " + fields + "\n" + new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(303);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return URI.create(location).getPath();
    }

    /** The page that answers a form which leads nowhere else, with its status. */
    public String ask(String path, Map<String, String> fields, int status) {
        HttpResponse<byte[]> answer = answer(path, fields);
        String page = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(path + " " + fields + "\n" + page).isEqualTo(status);
        return page;
    }

    private HttpResponse<byte[]> answer(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends the first form of a page with what is said; a required box that stays empty is filled in words. */
    public String submit(String page, Map<String, String> said) {
        Matcher form = FORM.matcher(main(get(page)));
        assertThat(form.find()).as("a form on " + page).isTrue();
        return post(form.group(1), fields(form.group(2), said));
    }

    private static Map<String, String> fields(String form, Map<String, String> said) {
        var fields = new LinkedHashMap<String, String>();
        Matcher box = BOX.matcher(form);
        while (box.find()) {
            String name = box.group(3);
            if (!name.equals("_csrf") && !box.group(2).matches("(?s).*type=\"(radio|checkbox|file)\".*")) {
                String value = said.getOrDefault(name, value(box.group(1), box.group(2), box.group(4)));
                fields.put(name, value.isEmpty() && box.group(2).contains(" required") ? plain(box.group(2)) : value);
            }
        }
        fields.putAll(said);
        return fields;
    }

    private static String plain(String box) {
        return box.contains("type=\"number\"") ? "1" : IN_WORDS;
    }

    private static String value(String kind, String attributes, String inner) {
        return switch (kind) {
            case "textarea" -> inner.strip();
            case "select" -> chosen(inner);
            default -> {
                Matcher value = VALUE.matcher(attributes);
                yield value.find() ? value.group(1) : "";
            }
        };
    }

    /** What is chosen already, else the first choice. */
    private static String chosen(String options) {
        String first = "";
        Matcher option = OPTION.matcher(options);
        while (option.find()) {
            if (option.group(2).contains("selected")) {
                return option.group(1);
            }
            first = first.isEmpty() ? option.group(1) : first;
        }
        return first;
    }

    private static String main(String page) {
        return page.substring(page.indexOf("<main"));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", cookies)
                .header(FormToken.HEADER, FormToken.value());
    }
}
