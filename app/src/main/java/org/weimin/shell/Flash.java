package org.weimin.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** 提示: one sentence for the next page. It travels in a short-lived cookie, so the server remembers no browser. */
public final class Flash {
    private static final String NAME = "flash";
    private static final int SECONDS = 60;

    private Flash() {}

    static Cookie cookie(String sentence) {
        return cookie(URLEncoder.encode(sentence, StandardCharsets.UTF_8), SECONDS);
    }

    /** The sentence, shown once; a damaged cookie says nothing. */
    public static Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(NAME)) {
                response.addCookie(cookie("", 0));
                return decoded(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8)).filter(text -> !text.isBlank());
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Cookie cookie(String value, int seconds) {
        var cookie = new Cookie(NAME, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
