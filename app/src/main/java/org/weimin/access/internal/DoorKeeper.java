package org.weimin.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.weimin.access.Access;
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
        access.require(required.value());
        return true;
    }
}
