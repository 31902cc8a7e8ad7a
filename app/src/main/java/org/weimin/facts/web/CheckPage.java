package org.weimin.facts.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.facts.BureauAnswer;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.internal.CheckCatalogue;
import org.weimin.facts.internal.CheckDesk;
import org.weimin.facts.internal.CheckFiles;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Refused;
import org.weimin.people.People;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** One question to one bureau: what came, and the form for what the bureau wrote on paper. */
@Controller
class CheckPage {
    private final CheckDesk desk;
    private final People people;
    private final BusinessClock clock;

    CheckPage(CheckDesk desk, People people, BusinessClock clock) {
        this.desk = desk;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/checks/{id}")
    @Requires("facts.view")
    Page show(@PathVariable UUID id) {
        return Page.of("facts/check", view(id, Map.of(), ""));
    }

    @PostMapping("/checks/{id}/answer")
    @Requires("facts.check")
    Page answer(
            @PathVariable UUID id,
            @RequestParam String identity,
            @RequestParam String name,
            @RequestParam String reference,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate answeredOn,
            @RequestParam String evidence,
            @RequestParam Map<String, String> all) {
        try {
            CheckRequest request = desk.open(id).request();
            desk.type(
                    id,
                    new BureauAnswer(reference.strip(), answeredOn, identity, name, values(request, all), false),
                    evidence);
            return Page.redirect("/cases/" + request.of().caseFile() + "#checks", "facts.check.typed");
        } catch (Refused refused) {
            String why = Texts.t(refused);
            return Page.invalid("facts/check", view(id, all, why));
        }
    }

    /** A box left empty is not answered; nothing is written as 0 or no. */
    private static List<BureauAnswer.Value> values(CheckRequest request, Map<String, String> typed) {
        var values = new ArrayList<BureauAnswer.Value>();
        request.item().answers().forEach(asked -> {
            String name = CheckCatalogue.recordedAs(asked.fact());
            String value = typed.getOrDefault("v." + name, "").strip();
            if (!value.isEmpty()) {
                values.add(new BureauAnswer.Value(name, CheckFiles.spoken(value), Optional.empty(), Optional.empty()));
            }
        });
        return values;
    }

    private CheckView.One view(UUID id, Map<String, String> typed, String error) {
        CheckDesk.Opened opened = desk.open(id);
        CheckRequest request = opened.request();
        return new CheckView.One(
                CheckLines.line(request, clock.today()),
                people.person(request.of().person()).idNumberMasked(),
                CheckLines.fields(request, typed),
                opened.said().stream().map(CheckLines::answer).toList(),
                request.status().isOpen() && Acting.current().may("facts.check"),
                clock.today().toString(),
                error);
    }
}
