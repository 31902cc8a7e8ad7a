package org.weimin.shell.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.weimin.home.Home;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.shell.Flash;
import org.weimin.shell.Frame;
import org.weimin.shell.MenuEntry;

/** Builds the frame of each request. */
@Component
class FrameInterceptor implements HandlerInterceptor {
    private static final List<String> GROUPS = List.of("work", "people", "money", "admin");

    private final List<MenuEntry> entries;
    private final BusinessClock clock;
    private final Home home;

    FrameInterceptor(List<MenuEntry> entries, BusinessClock clock, Home home) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
        this.clock = clock;
        this.home = home;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        new Frame(
                        request,
                        clock.today(),
                        home.kind() == Home.Kind.DEMO,
                        isLarge(request, response),
                        Flash.take(request, response),
                        menu())
                .attach();
        return true;
    }

    private List<Frame.Group> menu() {
        var actor = Acting.current();
        var groups = new LinkedHashMap<String, List<MenuEntry>>();
        for (String group : GROUPS) {
            groups.put(
                    group,
                    entries.stream()
                            .filter(entry -> entry.group().equals(group) && actor.may(entry.permission()))
                            .toList());
        }
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new Frame.Group("shell.menu." + group.getKey(), group.getValue()))
                .toList();
    }

    /** {@code ?type=large} is remembered, so that an old person chooses once. */
    private static boolean isLarge(HttpServletRequest request, HttpServletResponse response) {
        String asked = request.getParameter("type");
        if (asked != null) {
            remember(response, "type", asked.equals("large") ? "large" : "normal");
            return asked.equals("large");
        }
        return cookie(request, "type").filter("large"::equals).isPresent();
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    static void remember(HttpServletResponse response, String name, String value) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(60 * 60 * 24 * 365);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
