package org.weimin.shell.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Remembers the language that somebody asked for by {@code ?lang}. */
@Component
class LanguageInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Asked.parameter(request, "lang")
                .ifPresent(asked -> FrameFilter.remember(response, "lang", asked.startsWith("en") ? "en" : "zh"));
        return true;
    }
}
