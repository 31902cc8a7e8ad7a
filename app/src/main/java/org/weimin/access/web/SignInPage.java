package org.weimin.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.access.SignOut;
import org.weimin.access.internal.SignIn;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Page;
import org.weimin.shell.Texts;

/** Name and password in, one cookie out; and the way out again. */
@Controller
class SignInPage {
    private final SignIn signIn;
    private final SignOut signOut;
    private final Arrival arrival;
    private final ObjectProvider<DemoPeople> demo;

    SignInPage(SignIn signIn, SignOut signOut, Arrival arrival, ObjectProvider<DemoPeople> demo) {
        this.signIn = signIn;
        this.signOut = signOut;
        this.arrival = arrival;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    @OpenToAll
    Page show(@RequestParam(defaultValue = "") String to) {
        if (Acting.current() instanceof Actor.Staff) {
            return Page.redirect(Destination.of(to).path());
        }
        return Page.of("access/signIn", view(to, "", ""));
    }

    @PostMapping("/sign-in")
    @OpenToAll
    Page signIn(
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> token = signIn.password(name, password, request.getRemoteAddr());
        if (token.isEmpty()) {
            return Page.invalid("access/signIn", view(to, name, Texts.t("access.sign-in.wrong")));
        }
        return arrival.with(token.get(), to, request, response);
    }

    @PostMapping("/sign-out")
    @OpenToAll
    Page signOut(HttpServletRequest request, HttpServletResponse response) {
        signOut.of(request, response);
        String door = Acting.current() instanceof Actor.Resident ? "/" : "/sign-in";
        return Page.redirect(door, "access.sign-out.done");
    }

    private SignInView view(String to, String name, String error) {
        var people = demo.getIfAvailable();
        return new SignInView(to, name, error, people == null ? List.of() : people.groups());
    }
}
