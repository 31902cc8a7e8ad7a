package org.weimin.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.access.Access;
import org.weimin.casework.Casework;
import org.weimin.casework.Notice;
import org.weimin.casework.PublicBoard;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.portal.internal.HourlyLimits;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Page;

/** The public board: masked lists before and after decisions, and objections to the former. Not for search engines. */
@Controller
class BoardPage {
    private static final String OBJECTIONS = "objection";
    private static final int MOST_OBJECTIONS_AN_HOUR = 5;
    private static final int MOST_CHARACTERS = 1_000;

    private final PublicBoard board;
    private final Casework casework;
    private final Access access;
    private final HourlyLimits limits;
    private final Streets streets;

    BoardPage(PublicBoard board, Casework casework, Access access, HourlyLimits limits, Streets streets) {
        this.board = board;
        this.casework = casework;
        this.access = access;
        this.limits = limits;
        this.streets = streets;
    }

    @GetMapping("/public/board")
    @OpenToAll
    Page show(
            @RequestParam(defaultValue = "proposed") String kind,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "1") int page,
            HttpServletResponse response) {
        hideFromSearchEngines(response);
        DivisionCode county = streets.county();
        DivisionCode place = area.isEmpty() ? county : place(area);
        Notice.Kind asked = kind.equals("confirmed") ? Notice.Kind.CONFIRMED : Notice.Kind.PROPOSED;
        return Page.of("portal/board", BoardView.of(board.list(place, asked, page), asked, place, streets.list()));
    }

    @GetMapping("/public/board/{notice}/objection")
    @OpenToAll
    Page ask(@PathVariable UUID notice, HttpServletResponse response) {
        hideFromSearchEngines(response);
        return Page.of("portal/objection", ObjectionView.of(open(notice)));
    }

    @PostMapping("/public/board/{notice}/objection")
    @OpenToAll
    Page object(
            @PathVariable UUID notice,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String contact,
            HttpServletRequest request) {
        if (limits.isReached(OBJECTIONS, request.getRemoteAddr(), MOST_OBJECTIONS_AN_HOUR)) {
            throw new Refused("portal.objection.too-many");
        }
        if (text.length() > MOST_CHARACTERS || contact.length() > MOST_CHARACTERS) {
            throw new Refused("portal.objection.too-long", MOST_CHARACTERS);
        }
        open(notice);
        access.asSystem("portal.objection", notice.toString(), () -> {
            casework.object(notice, text, contact);
            return notice;
        });
        limits.add(OBJECTIONS, request.getRemoteAddr());
        return Page.redirect("/public/board", "portal.objection.received");
    }

    private Notice open(UUID id) {
        Notice notice = board.get(id);
        if (notice.kind() != Notice.Kind.PROPOSED) {
            throw new NotFound(id);
        }
        return notice;
    }

    private DivisionCode place(String code) {
        try {
            return new DivisionCode(code);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(code);
        }
    }

    private static void hideFromSearchEngines(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    }
}
