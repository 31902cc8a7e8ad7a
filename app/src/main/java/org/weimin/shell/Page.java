package org.weimin.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/** 页面: what a controller answers: a template with its view, a fragment of one, or the way to the next page. */
public sealed interface Page extends View {
    static Page of(String template, Object view) {
        return new Rendered(template, view, HttpServletResponse.SC_OK);
    }

    /** The same page with the words that say what is wrong; browsers keep what was typed. */
    static Page invalid(String template, Object view) {
        return new Rendered(template, view, 422);
    }

    static Page withStatus(int status, String template, Object view) {
        return new Rendered(template, view, status);
    }

    /** A piece of a page that htmx puts in place. */
    static Page fragment(String template, Object view) {
        return new Rendered(template, view, HttpServletResponse.SC_OK);
    }

    /** See other: the answer to every POST that did its work. */
    static Page redirect(String url) {
        return new Redirect(url, null);
    }

    /** See other, with one sentence shown on top of the next page. */
    static Page redirect(String url, String textKey, Object... arguments) {
        return new Redirect(url, Texts.t(textKey, arguments));
    }

    record Rendered(String template, Object view, int status) implements Page {
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var context = RequestContextUtils.findWebApplicationContext(request);
            if (context == null) {
                throw new IllegalStateException("A page is rendered inside a request");
            }
            byte[] html = context.getBean(Templates.class).render(template, view);
            response.setStatus(status);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(html.length);
            response.getOutputStream().write(html);
        }
    }

    record Redirect(String url, @Nullable String flash) implements Page {
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
            if (flash != null) {
                response.addCookie(Flash.cookie(flash));
            }
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + url);
        }
    }
}
