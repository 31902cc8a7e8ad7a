/** The demo county: invented people and cases for newcomers, journeys and measurements. Never part of a real office. */
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
            "ledger",
            "policy",
            "eligibility",
            "intake",
            "casework",
            "benefits",
            "payments",
            "linkage",
            "screening",
            "oversight",
            "offices",
            "portal",
            "simulator"
        })
package org.weimin.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
