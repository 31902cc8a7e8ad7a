package org.weimin.portal.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.weimin.engine.Form;
import org.weimin.engine.Pack;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.policy.Policy;
import org.weimin.shell.Letters;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Page;
import org.weimin.shell.Templates;

/** 办事指南: what a matter is, who may ask, which papers, how long, by which law; drawn from its pack. */
@Controller
class GuidePage {
    private final Policy policy;
    private final Offices offices;
    private final Streets streets;
    private final Templates templates;
    private final Letters letters;

    GuidePage(Policy policy, Offices offices, Streets streets, Templates templates, Letters letters) {
        this.policy = policy;
        this.offices = offices;
        this.streets = streets;
        this.templates = templates;
        this.letters = letters;
    }

    @GetMapping("/public/matters/{matter}")
    @OpenToAll
    Page show(@PathVariable String matter) {
        Pack pack = policy.pack(id(matter));
        var place =
                new GuideView.Place(offices.takingIn(pack, streets.county()), offices.doors(pack, streets.county()));
        return Page.of(
                "portal/guide",
                GuideView.of(
                        pack,
                        policy.pack(pack.assessedBy()),
                        streets.county(),
                        streets.clock().today(),
                        place));
    }

    /** The form to print and fill in by hand. */
    @GetMapping("/public/matters/{matter}/form.pdf")
    @OpenToAll
    ResponseEntity<byte[]> form(@PathVariable String matter) {
        Pack pack = policy.pack(id(matter));
        Form form = pack.editionOn(streets.clock().today()).form();
        if (form.sections().isEmpty()) {
            throw new NotFound(matter);
        }
        byte[] paper = templates.render("portal/blankForm", BlankForm.of(pack.title(), form));
        return letters.reply(matter, new String(paper, StandardCharsets.UTF_8), Map.of());
    }

    private static MatterId id(String typed) {
        try {
            return new MatterId(typed);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(typed);
        }
    }
}
