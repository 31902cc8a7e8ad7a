package org.weimin.portal.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.weimin.engine.Pack;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.policy.Policy;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Page;

/** 办事指南: what a matter is, who may ask, which papers, how long, by which law; drawn from its pack. */
@Controller
class GuidePage {
    private final Policy policy;
    private final BusinessClock clock;
    private final DivisionCode county;

    GuidePage(Policy policy, BusinessClock clock, @Value("${weimin.county:310117}") String county) {
        this.policy = policy;
        this.clock = clock;
        this.county = new DivisionCode(county);
    }

    @GetMapping("/public/matters/{matter}")
    @OpenToAll
    Page show(@PathVariable String matter) {
        Pack pack = policy.pack(id(matter));
        if (pack.matter().acts() != Pack.Acts.GRANT) {
            throw new NotFound(matter);
        }
        return Page.of("portal/guide", GuideView.of(pack, county, clock.today()));
    }

    private static MatterId id(String typed) {
        try {
            return new MatterId(typed);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(typed);
        }
    }
}
