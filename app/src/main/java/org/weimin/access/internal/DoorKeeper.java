package org.weimin.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.weimin.access.Access;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.Forbidden;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Requires;

/** Asks at every door: a handler that states neither a permission nor that it is open to all stays shut. */
@Component
class DoorKeeper implements HandlerInterceptor {
    private final Access access;

    DoorKeeper(Access access) {
        this.access = access;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || method.hasMethodAnnotation(OpenToAll.class)) {
            return true;
        }
        Requires required = method.getMethodAnnotation(Requires.class);
        if (required == null) {
            throw new Forbidden("unstated");
        }
        if (Acting.current() instanceof Actor.Public) {
            sendToSignIn(request, response);
            return false;
        }
        access.require(required.value());
        return true;
    }

    /** Whoever is signed out is shown the sign-in page, and comes back to where a GET wanted to go. */
    private static void sendToSignIn(HttpServletRequest request, HttpServletResponse response) {
        String desk = request.getRequestURI().matches("/my(/.*)?") ? "/my/sign-in" : "/sign-in";
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", desk);
            return;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String back = URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
        boolean mayComeBack = request.getMethod().equals("GET");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", mayComeBack ? desk + "?to=" + back : desk);
    }
}
