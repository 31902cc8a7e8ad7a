/** A case from acceptance to archive: who does what next, by when, with which reasons. Decides; does not pay. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "home",
            "shell",
            "audit",
            "divisions",
            "access",
            "people",
            "facts",
            "policy",
            "eligibility",
            "intake"
        })
package org.weimin.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
