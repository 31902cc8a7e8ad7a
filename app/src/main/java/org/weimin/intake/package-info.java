/** The one window: find, prefill, apply, receipt. Takes applications in and refuses duplicates; judges nothing. */
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
            "eligibility"
        })
package org.weimin.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
