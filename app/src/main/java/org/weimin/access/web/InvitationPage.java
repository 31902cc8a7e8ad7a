package org.weimin.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.access.internal.SignIn;
import org.weimin.kernel.Refused;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Page;
import org.weimin.shell.Texts;

/** A new official sets the first password with the one-time code; nobody else ever knows it. */
@Controller
class InvitationPage {
    private final SignIn signIn;
    private final Arrival arrival;

    InvitationPage(SignIn signIn, Arrival arrival) {
        this.signIn = signIn;
        this.arrival = arrival;
    }

    @GetMapping("/sign-in/invited")
    @OpenToAll
    Page show(@RequestParam(defaultValue = "") String code) {
        return Page.of("access/invited", view(code, ""));
    }

    @PostMapping("/sign-in/invited")
    @OpenToAll
    Page accept(
            @RequestParam String code,
            @RequestParam String newPassword,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return arrival.with(signIn.accept(code, newPassword), "", request, response);
        } catch (Refused refused) {
            return Page.invalid("access/invited", view(code, Texts.t(refused)));
        }
    }

    private InvitationView view(String code, String error) {
        return new InvitationView(code, signIn.invitedName(code).orElse(""), error);
    }
}
