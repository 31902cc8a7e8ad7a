/** What residents and the public see without signing in: progress, boards, guides. Shows only what is published. */
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
            "benefits"
        })
package org.weimin.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
