package org.weimin.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.access.internal.SignIn;
import org.weimin.kernel.PostId;
import org.weimin.kernel.StaffId;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Page;

/** One press and you are somebody of the demo county. This route does not exist in a real office. */
@Controller
@ConditionalOnProperty(name = "weimin.kind", havingValue = "demo")
class DemoSignInPage {
    private final SignIn signIn;
    private final Arrival arrival;

    DemoSignInPage(SignIn signIn, Arrival arrival) {
        this.signIn = signIn;
        this.arrival = arrival;
    }

    @PostMapping("/sign-in/demo")
    @OpenToAll
    Page signIn(
            @RequestParam String staff,
            @RequestParam String post,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        String token = signIn.inDemo(StaffId.of(staff), PostId.of(post));
        return arrival.with(token, to, request, response);
    }
}
