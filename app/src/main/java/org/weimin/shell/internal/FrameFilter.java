package org.weimin.shell.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.weimin.home.Home;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.shell.Flash;
import org.weimin.shell.Frame;
import org.weimin.shell.MenuEntry;

/** Builds the frame of each request before anything can go wrong in it: an error page has a frame as well. */
class FrameFilter implements Filter {
    private static final List<String> GROUPS = List.of("work", "people", "money", "admin");

    private final List<MenuEntry> entries;
    private final BusinessClock clock;
    private final Home home;

    FrameFilter(List<MenuEntry> entries, BusinessClock clock, Home home) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
        this.clock = clock;
        this.home = home;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (asked instanceof HttpServletRequest request
                && answer instanceof HttpServletResponse response
                && !Frame.isAttached(request)) {
            frame(request, response).attach();
        }
        chain.doFilter(asked, answer);
    }

    private Frame frame(HttpServletRequest request, HttpServletResponse response) {
        boolean demo = home.kind() == Home.Kind.DEMO;
        boolean kiosk = cookie(request, Frame.KIOSK).isPresent();
        return new Frame(
                request, clock.today(), demo, isLarge(request, response), kiosk, Flash.take(request, response), menu());
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
        var asked = Asked.parameter(request, "type");
        asked.ifPresent(type -> remember(response, "type", type.equals("large") ? "large" : "normal"));
        return asked.or(() -> cookie(request, "type")).filter("large"::equals).isPresent();
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
