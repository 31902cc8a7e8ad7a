package org.weimin.portal.web;

import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.weimin.audit.Audit;
import org.weimin.audit.Deed;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Subject;
import org.weimin.people.Party;
import org.weimin.portal.internal.OwnFile;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 谁看过我的档案: every look of an official at the household, out of the record that nobody can alter unseen. */
@Controller
class LooksPage {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private final OwnFile own;
    private final Audit audit;

    LooksPage(OwnFile own, Audit audit) {
        this.own = own;
        this.audit = audit;
    }

    @GetMapping("/my/looks")
    @Requires("portal.my")
    Page show() {
        Party party = own.party();
        var subjects = own.subjects(party);
        var looks = audit.looksAt(subjects.stream().map(Subject::id).toList()).stream()
                .map(deed -> look(deed, party))
                .toList();
        return Page.of("portal/looks", new MyView.Looks(looks));
    }

    private MyView.Look look(Deed deed, Party party) {
        String key = "portal.looks.what." + deed.entry().what().replace(' ', '-');
        String role = "access.role." + deed.who().cause();
        return new MyView.Look(
                MINUTE.format(deed.writtenAt().atZone(BusinessClock.ZONE)),
                deed.who().name(),
                Texts.has(role) ? Texts.t(role) : "",
                Texts.t(Texts.has(key) ? key : "portal.looks.what.other"),
                about(deed, party));
    }

    private String about(Deed deed, Party party) {
        return party.people().stream()
                .filter(person -> deed.entry()
                        .subjectId()
                        .filter(person.id().value()::equals)
                        .isPresent())
                .map(person -> person.name())
                .findFirst()
                .orElseGet(() -> Texts.t("portal.looks.household"));
    }
}
