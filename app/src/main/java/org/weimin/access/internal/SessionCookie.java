package org.weimin.access.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.home.Home;

/** The one cookie of a signed-in browser. A real office sends it over TLS only, tied to its host by the prefix. */
@Component
public class SessionCookie {
    private final boolean secure;

    SessionCookie(Home home) {
        this.secure = home.kind() == Home.Kind.SERVE;
    }

    String name(String plain) {
        return secure ? "__Host-" + plain : plain;
    }

    boolean isSecure() {
        return secure;
    }

    public Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name("weimin-session"))) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    public void write(HttpServletResponse response, String token) {
        response.addCookie(cookie(token));
    }

    public void clear(HttpServletResponse response) {
        var cookie = cookie("");
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    private Cookie cookie(String value) {
        var cookie = new Cookie(name("weimin-session"), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
