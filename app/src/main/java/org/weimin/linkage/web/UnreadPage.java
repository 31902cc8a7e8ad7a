package org.weimin.linkage.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.engine.EventKind.Detail;
import org.weimin.kernel.Refused;
import org.weimin.linkage.EventId;
import org.weimin.linkage.EventLine;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.UnreadLine;
import org.weimin.linkage.UnreadLines;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 读不懂的来文: the lines of feeds that wait for a person, and the door through which one is put right. */
@Controller
class UnreadPage {
    private static final String HERE = "/events/unread";
    private static final String SUBJECT = "linkage.load.row.subject";
    private final UnreadLines unread;
    private final Linkage linkage;
    private final EventWords words;

    UnreadPage(UnreadLines unread, Linkage linkage, EventWords words) {
        this.unread = unread;
        this.linkage = linkage;
        this.words = words;
    }

    @GetMapping(HERE)
    @Requires("linkage.settle")
    Page list(@RequestParam(defaultValue = "1") int page) {
        PageOf<UnreadLine> found = unread.list(Math.clamp(page, 1, 10_000));
        return Page.of(
                "linkage/unread",
                new UnreadView(new PageOf<>(
                        found.rows().stream().map(line -> row(line, false)).toList(),
                        found.number(),
                        found.size(),
                        found.total())));
    }

    @GetMapping(HERE + "/{id}")
    @Requires("linkage.settle")
    Page show(@PathVariable UUID id) {
        UnreadLine line = unread.look(id);
        return Page.of("linkage/unreadLine", view(line, line.line(), ""));
    }

    @PostMapping(HERE + "/{id}")
    @Requires("linkage.settle")
    Page putRight(
            @PathVariable UUID id,
            @RequestParam String kind,
            @RequestParam String number,
            @RequestParam String subject,
            @RequestParam String happenedOn,
            @RequestParam Map<String, String> typed) {
        var details = new EnumMap<Detail, String>(Detail.class);
        for (Detail detail : Detail.values()) {
            details.put(detail, typed.getOrDefault(EventWords.word(detail), ""));
        }
        var right = new EventLine(kind, number, subject, happenedOn, details);
        try {
            EventId event = unread.putRight(id, right);
            return Page.redirect("/events/" + event, "linkage.registered");
        } catch (Refused refused) {
            return Page.invalid("linkage/unreadLine", view(unread.look(id), right, Texts.t(refused)));
        }
    }

    @PostMapping(HERE + "/{id}/drop")
    @Requires("linkage.settle")
    Page drop(@PathVariable UUID id, @RequestParam String why) {
        unread.drop(id, why);
        return Page.redirect(HERE, "linkage.unread.dropped");
    }

    private UnreadView.Line view(UnreadLine line, EventLine typed, String error) {
        return new UnreadView.Line(
                row(line, true),
                linkage.table().kinds().stream()
                        .filter(kind -> kind.code().equalsIgnoreCase(typed.kind())
                                || kind.title().zh().equals(typed.kind()))
                        .map(org.weimin.engine.EventKind::code)
                        .findFirst()
                        .orElse(""),
                typed.number(),
                typed.subject(),
                typed.happenedOn(),
                Arrays.stream(Detail.values())
                        .map(detail -> new UnreadView.Detail(
                                EventWords.word(detail),
                                Texts.t("linkage.detail." + EventWords.word(detail)),
                                typed.details().getOrDefault(detail, "")))
                        .toList(),
                linkage.table().kinds().stream()
                        .map(kind -> new Option(kind.code(), EventWords.either(kind.title())))
                        .toList(),
                error);
    }

    /** Whoever only looks down the list does not read the numbers of people. */
    private UnreadView.Row row(UnreadLine line, boolean whole) {
        String why = line.fault()
                .map(fault -> !whole && fault.code().equals(SUBJECT) ? Texts.t(fault.code(), "***") : Texts.t(fault))
                .orElseGet(() -> Texts.t("linkage.unread.readable"));
        return new UnreadView.Row(
                HERE + "/" + line.id(),
                line.line().number().isBlank()
                        ? Texts.t("linkage.unread.no-number")
                        : line.line().number(),
                words.teller(line.source()),
                words.kind(line.line().kind()),
                line.toldOn().toString(),
                why);
    }
}
