package org.weimin.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.weimin.access.internal.Browsers;
import org.weimin.access.internal.SessionCookie;

/** 退出: ends whatever session this browser has, at once, and takes its cookie. */
@Component
public class SignOut {
    private final Browsers browsers;
    private final SessionCookie cookie;

    SignOut(Browsers browsers, SessionCookie cookie) {
        this.browsers = browsers;
        this.cookie = cookie;
    }

    public void of(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(browsers::end);
        cookie.clear(response);
    }
}
