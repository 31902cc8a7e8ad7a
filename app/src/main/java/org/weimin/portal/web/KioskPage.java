package org.weimin.portal.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.access.Access;
import org.weimin.access.SignOut;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.portal.internal.HelpCalls;
import org.weimin.portal.internal.HourlyLimits;
import org.weimin.shell.Frame;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Page;

/**
 * 自助机: the public pages and the own file on a screen that many use one after another. Opened once with the place where
 * it stands ({@code /kiosk?at=310117003}); it forgets everybody who leaves it or rests a minute.
 */
@Controller
class KioskPage {
    private static final String HELP = "kiosk-help";
    private static final int MOST_CALLS_AN_HOUR = 12;
    private static final int A_YEAR_SECONDS = 60 * 60 * 24 * 365;
    private final HelpCalls calls;
    private final Access access;
    private final SignOut signOut;
    private final HourlyLimits limits;
    private final String county;

    KioskPage(
            HelpCalls calls,
            Access access,
            SignOut signOut,
            HourlyLimits limits,
            @Value("${weimin.county:310117}") String county) {
        this.calls = calls;
        this.access = access;
        this.signOut = signOut;
        this.limits = limits;
        this.county = county;
    }

    /** The first look makes a terminal of this browser; the pages after it carry its bar. */
    @GetMapping("/kiosk")
    @OpenToAll
    Page home(@RequestParam(defaultValue = "") String at, HttpServletRequest request, HttpServletResponse response) {
        boolean settled = at.isEmpty() && place(request).isPresent();
        if (settled) {
            return Page.of("portal/kiosk", "");
        }
        var cookie = new Cookie(Frame.KIOSK, (at.isEmpty() ? new DivisionCode(county) : code(at)).value());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(A_YEAR_SECONDS);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return Page.redirect("/kiosk");
    }

    @PostMapping("/kiosk/help")
    @OpenToAll
    Page help(HttpServletRequest request) {
        DivisionCode place = place(request).orElseThrow(() -> new NotFound("kiosk"));
        if (limits.isReached(HELP, request.getRemoteAddr(), MOST_CALLS_AN_HOUR)) {
            throw new Refused("portal.kiosk.too-many");
        }
        limits.add(HELP, request.getRemoteAddr());
        access.asSystem("portal.kiosk", place.value(), () -> {
            calls.call(place);
            return place;
        });
        return Page.redirect("/kiosk", "portal.kiosk.called");
    }

    @PostMapping("/kiosk/leave")
    @OpenToAll
    Page leave(HttpServletRequest request, HttpServletResponse response) {
        return left(request, response);
    }

    /** Where scripts do not run, the browser comes here by itself; to be signed out harms nobody. */
    @GetMapping("/kiosk/left")
    @OpenToAll
    Page left(HttpServletRequest request, HttpServletResponse response) {
        signOut.of(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return Page.redirect(place(request).isPresent() ? "/kiosk" : "/");
    }

    private static Optional<DivisionCode> place(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(Frame.KIOSK))
                .map(cookie -> code(cookie.getValue()))
                .findFirst();
    }

    private static DivisionCode code(String text) {
        try {
            return new DivisionCode(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(text);
        }
    }
}
