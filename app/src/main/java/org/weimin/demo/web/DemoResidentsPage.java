package org.weimin.demo.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.access.Access;
import org.weimin.access.Residents;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.people.People;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Page;

/** One press and you are a resident of the demo county with a telephone. This door does not exist in a real office. */
@Controller
@ConditionalOnProperty(name = "weimin.kind", havingValue = "demo")
class DemoResidentsPage {
    private static final List<String> NAMES = List.of("陈桂芳", "李国华", "周建军", "孙晓燕", "吴秀兰", "蒋丽");
    private final People people;
    private final Residents residents;
    private final Access access;

    DemoResidentsPage(People people, Residents residents, Access access) {
        this.people = people;
        this.residents = residents;
        this.access = access;
    }

    @GetMapping("/demo/residents")
    @OpenToAll
    Page show() {
        return Page.of("demo/residents", new DemoResidentsView(NAMES));
    }

    @PostMapping("/demo/residents")
    @OpenToAll
    Page signIn(@RequestParam String name, HttpServletResponse response) {
        if (!NAMES.contains(name)) {
            throw new NotFound(name);
        }
        PersonId person = access.asSystem("demo", "resident", () -> first(name));
        IdentityNumber identity =
                access.asSystem("demo", "resident", () -> people.identityNumber(person, "demo sign-in"));
        var cookie = new Cookie("weimin-session", residents.inDemo(person, identity));
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return Page.redirect("/my");
    }

    /** The eldest record of that name: the main figures of the demo are made first. */
    private PersonId first(String name) {
        return people.search(name, 1).rows().stream()
                .filter(hit -> hit.person().name().equals(name))
                .map(hit -> hit.person().id())
                .findFirst()
                .orElseThrow(() -> new NotFound(name));
    }
}
