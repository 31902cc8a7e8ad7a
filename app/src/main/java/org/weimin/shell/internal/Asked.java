package org.weimin.shell.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/** What a request asks for by parameters; one that cannot be read asks for nothing, so that its error page can. */
public final class Asked {
    private Asked() {}

    public static Optional<String> parameter(HttpServletRequest request, String name) {
        String[] values = parameters(request).get(name);
        return values == null || values.length == 0 ? Optional.empty() : Optional.of(values[0]);
    }

    public static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException unreadable) {
            return Map.of();
        }
    }
}
