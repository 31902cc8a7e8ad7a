package org.weimin.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;

/** Says who acts in each request: whoever the cookie belongs to, or the public. */
class SessionFilter extends OncePerRequestFilter {
    private final Browsers browsers;
    private final SessionCookie cookie;

    SessionFilter(Browsers browsers, SessionCookie cookie) {
        this.browsers = browsers;
        this.cookie = cookie;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/static/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor actor = cookie.read(request)
                .map(browsers::actor)
                .map(each -> each instanceof Actor.Resident resident && !isOwnFile(request) ? resident.outside() : each)
                .orElseGet(Actor.Public::new);
        Acting.<ServletException, IOException>during(actor, () -> chain.doFilter(request, response));
    }

    private static boolean isOwnFile(HttpServletRequest request) {
        return request.getRequestURI().matches("/my(/.*)?");
    }
}
