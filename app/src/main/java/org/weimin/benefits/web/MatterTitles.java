package org.weimin.benefits.web;

import org.springframework.stereotype.Component;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Policy;
import org.weimin.shell.Texts;

/** What aid is called in the request's language, as its matter says. */
@Component
class MatterTitles {
    private final Policy policy;

    MatterTitles(Policy policy) {
        this.policy = policy;
    }

    String of(MatterId matter) {
        var title = policy.pack(matter).title();
        return Texts.either(title.zh(), title.en());
    }
}
