package org.weimin.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.weimin.access.internal.Session;
import org.weimin.access.internal.SessionCookie;
import org.weimin.access.internal.SignIn;
import org.weimin.access.internal.Stage;
import org.weimin.kernel.BusinessClock;
import org.weimin.shell.Page;

/** Hands out the next cookie and shows the way: to the next question, or to where the browser wanted to go. */
@Component
class Arrival {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private final SignIn signIn;
    private final SessionCookie cookie;
    private final CsrfTokenRepository formTokens;

    Arrival(SignIn signIn, SessionCookie cookie, CsrfTokenRepository formTokens) {
        this.signIn = signIn;
        this.cookie = cookie;
        this.formTokens = formTokens;
    }

    Page with(String token, String to, HttpServletRequest request, HttpServletResponse response) {
        cookie.write(response, token);
        formTokens.saveToken(null, request, response);
        var destination = Destination.of(to);
        Session session = signIn.session(token).orElseThrow();
        if (session.stage() != Stage.OPEN) {
            return Page.redirect(destination.after(session.stage().page()));
        }
        return session.signedInBefore()
                .map(before -> Page.redirect(destination.path(), "access.sign-in.last", text(before)))
                .orElseGet(() -> Page.redirect(destination.path(), "access.sign-in.first"));
    }

    private static String text(Instant instant) {
        return MINUTES.format(instant.atZone(BusinessClock.ZONE));
    }
}
