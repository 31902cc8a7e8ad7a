package org.weimin.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.access.Residents;
import org.weimin.access.internal.SessionCookie;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.Refused;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Page;
import org.weimin.shell.Texts;

/** 居民登录: identity number and PIN in, one cookie out; the first time with the code from the window. */
@Controller
class ResidentSignInPage {
    private static final String FILE = "/my";
    private final Residents residents;
    private final SessionCookie cookie;
    private final CsrfTokenRepository formTokens;

    ResidentSignInPage(Residents residents, SessionCookie cookie, CsrfTokenRepository formTokens) {
        this.residents = residents;
        this.cookie = cookie;
        this.formTokens = formTokens;
    }

    @GetMapping("/my/sign-in")
    @OpenToAll
    Page show(@RequestParam(defaultValue = FILE) String to) {
        return Acting.current() instanceof Actor.Resident
                ? Page.redirect(FILE)
                : Page.of("access/residentSignIn", new ResidentSignInView(to, "", ""));
    }

    @PostMapping("/my/sign-in")
    @OpenToAll
    Page signIn(
            @RequestParam(defaultValue = "") String identity,
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = FILE) String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> token = residents.signIn(identity, pin, request.getRemoteAddr());
        if (token.isEmpty()) {
            var again = new ResidentSignInView(to, identity, Texts.t("access.resident.wrong"));
            return Page.invalid("access/residentSignIn", again);
        }
        cookie.write(response, token.get());
        formTokens.saveToken(null, request, response);
        String destination = Destination.of(to).path();
        return Page.redirect(destination.startsWith(FILE) ? destination : FILE);
    }

    @GetMapping("/my/activate")
    @OpenToAll
    Page activate() {
        return Page.of("access/residentActivate", new ResidentSignInView(FILE, "", ""));
    }

    @PostMapping("/my/activate")
    @OpenToAll
    Page activate(
            @RequestParam(defaultValue = "") String identity,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> token;
        try {
            if (!pin.equals(again)) {
                throw new Refused("access.pin.twice");
            }
            token = residents.activate(identity, code, pin, request.getRemoteAddr());
        } catch (Refused refused) {
            return wrong(identity, Texts.t(refused));
        }
        if (token.isEmpty()) {
            return wrong(identity, Texts.t("access.resident.wrong-code"));
        }
        cookie.write(response, token.get());
        formTokens.saveToken(null, request, response);
        return Page.redirect(FILE, "access.resident.activated");
    }

    private static Page wrong(String identity, String error) {
        return Page.invalid("access/residentActivate", new ResidentSignInView(FILE, identity, error));
    }
}
