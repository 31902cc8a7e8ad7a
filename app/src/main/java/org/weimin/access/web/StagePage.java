package org.weimin.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.access.internal.Session;
import org.weimin.access.internal.SessionCookie;
import org.weimin.access.internal.SignIn;
import org.weimin.access.internal.Stage;
import org.weimin.access.internal.Totp;
import org.weimin.kernel.PostId;
import org.weimin.kernel.Refused;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Texts;

/** The questions between the password and the desk: second factor, new password, which post. */
@Controller
class StagePage {
    private final SignIn signIn;
    private final SessionCookie cookie;
    private final Arrival arrival;

    StagePage(SignIn signIn, SessionCookie cookie, Arrival arrival) {
        this.signIn = signIn;
        this.cookie = cookie;
        this.arrival = arrival;
    }

    @GetMapping("/sign-in/code")
    @OpenToAll
    Page askCode(@RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        return at(request, Stage.CODE).isEmpty() ? startAgain() : Page.of("access/code", StageView.of(to, ""));
    }

    @PostMapping("/sign-in/code")
    @OpenToAll
    Page code(
            @RequestParam String code,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        return signIn.code(token(request), code)
                .map(token -> arrival.with(token, to, request, response))
                .orElseGet(() -> Page.invalid("access/code", StageView.of(to, Texts.t("access.code.wrong"))));
    }

    @GetMapping("/sign-in/enrol")
    @OpenToAll
    Page askEnrolment(@RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        return at(request, Stage.ENROL, Stage.OPEN)
                .map(session -> Page.of("access/enrol", enrolment(session, to, "", Totp.newSecret())))
                .orElseGet(StagePage::startAgain);
    }

    @PostMapping("/sign-in/enrol")
    @OpenToAll
    Page enrol(
            @RequestParam String secret,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = at(request, Stage.ENROL, Stage.OPEN);
        if (session.isEmpty()) {
            return startAgain();
        }
        return signIn.enrol(token(request), secret, code)
                .map(token -> arrival.with(token, to, request, response))
                .orElseGet(() -> Page.invalid(
                        "access/enrol", enrolment(session.get(), to, Texts.t("access.code.wrong"), secret)));
    }

    @GetMapping("/sign-in/password")
    @OpenToAll
    Page askPassword(@RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        return at(request, Stage.NEW_PASSWORD, Stage.OPEN).isEmpty()
                ? startAgain()
                : Page.of("access/newPassword", StageView.of(to, ""));
    }

    @PostMapping("/sign-in/password")
    @OpenToAll
    Page password(
            @RequestParam String oldPassword,
            @RequestParam String newPassword,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return arrival.with(signIn.changePassword(token(request), oldPassword, newPassword), to, request, response);
        } catch (Refused refused) {
            return Page.invalid("access/newPassword", StageView.of(to, Texts.t(refused)));
        }
    }

    @GetMapping("/sign-in/post")
    @OpenToAll
    Page askPost(@RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        return at(request, Stage.CHOOSE_POST, Stage.OPEN)
                .map(session -> Page.of("access/choosePost", new StageView(to, "", "", "", posts(session))))
                .orElseGet(StagePage::startAgain);
    }

    @PostMapping("/sign-in/post")
    @OpenToAll
    Page choosePost(
            @RequestParam String post,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        return arrival.with(signIn.choose(token(request), PostId.of(post)), to, request, response);
    }

    private List<Option> posts(Session session) {
        return signIn.heldPosts(session.staff()).stream()
                .map(post ->
                        new Option(post.id().toString(), post.title() + " · " + Texts.t("access.role." + post.role())))
                .toList();
    }

    private StageView enrolment(Session session, String to, String error, String secret) {
        return new StageView(to, error, secret, Totp.uri(secret, signIn.signInName(session.staff())), List.of());
    }

    private Optional<Session> at(HttpServletRequest request, Stage... stages) {
        return cookie.read(request)
                .flatMap(signIn::session)
                .filter(session -> List.of(stages).contains(session.stage()));
    }

    private String token(HttpServletRequest request) {
        return cookie.read(request).orElseThrow(() -> new Refused("access.sign-in.over"));
    }

    private static Page startAgain() {
        return Page.redirect("/sign-in");
    }
}
