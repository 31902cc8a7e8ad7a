package org.weimin.shell.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a page: {@code ?lang}, then the cookie, then what the browser prefers; Chinese when in doubt. */
class LanguageResolver implements LocaleResolver {
    private static final String NAME = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String language = Asked.parameter(request, NAME)
                .or(() -> FrameFilter.cookie(request, NAME))
                .or(() -> Optional.ofNullable(request.getHeader("Accept-Language")))
                .orElse("zh");
        return language.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            FrameFilter.remember(response, NAME, locale.getLanguage());
        }
    }
}
