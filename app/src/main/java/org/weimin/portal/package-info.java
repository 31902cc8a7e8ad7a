/**
 * What residents and the public see: catalogue, guides, self-check, progress, boards, and the own file of whoever
 * signed in. Shows only what is published or one's own, and keeps nothing of what is asked.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "home",
            "shell",
            "audit",
            "divisions",
            "access",
            "people",
            "ledger",
            "policy",
            "eligibility",
            "intake",
            "casework",
            "registries",
            "benefits",
            "offices"
        })
package org.weimin.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
