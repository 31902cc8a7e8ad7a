package org.weimin.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.Ids;
import org.weimin.shell.internal.Asked;

/** 页框: what every page shows around its content. Built once per request, asked by templates. */
public record Frame(
        HttpServletRequest request,
        LocalDate today,
        boolean demo,
        boolean large,
        boolean kiosk,
        Optional<String> flash,
        List<Group> menu) {
    /** The cookie of a self-service terminal: where it stands. */
    public static final String KIOSK = "kiosk";

    static final String ATTRIBUTE = "weimin.frame";

    /** One heading of the menu with the entries that the present actor may open. */
    public record Group(String key, List<MenuEntry> entries) {}

    public static Frame current() {
        if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getAttribute(ATTRIBUTE) instanceof Frame frame) {
            return frame;
        }
        throw new IllegalStateException("No frame: this page was not asked for through the front door");
    }

    public static boolean isAttached(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    public void attach() {
        request.setAttribute(ATTRIBUTE, this);
    }

    public String language() {
        return Texts.language();
    }

    public Optional<Actor.Staff> staff() {
        return Acting.current() instanceof Actor.Staff staff ? Optional.of(staff) : Optional.empty();
    }

    /** Whether a resident looks at the own file. */
    public boolean isOwnFile() {
        return Acting.current() instanceof Actor.Resident;
    }

    public boolean isAt(MenuEntry entry) {
        return leadsTo(entry.href())
                && menu.stream()
                        .flatMap(group -> group.entries().stream())
                        .noneMatch(other -> leadsTo(other.href())
                                && other.href().length() > entry.href().length());
    }

    public boolean leadsTo(String href) {
        String path = request.getRequestURI();
        return path.equals(href) || path.startsWith(href + "/");
    }

    public String csrfName() {
        return token().map(CsrfToken::getParameterName).orElse("_csrf");
    }

    public String csrfValue() {
        return token().map(CsrfToken::getToken).orElse("");
    }

    /** A fresh key per form: the same form sent twice does its work once. */
    public String commandKey() {
        return Ids.next().toString();
    }

    /** The present address with one parameter set, for the language and type-size switches. */
    public String with(String name, String value) {
        var query = new StringBuilder(request.getRequestURI()).append('?');
        Asked.parameters(request).forEach((key, values) -> {
            if (request.getMethod().equals("GET") && !key.equals("lang") && !key.equals("type")) {
                for (String each : values) {
                    query.append(encode(key)).append('=').append(encode(each)).append('&');
                }
            }
        });
        return query.append(name).append('=').append(value).toString();
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private Optional<CsrfToken> token() {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? Optional.of(token)
                : Optional.empty();
    }
}
