/**
 * 事项联动: when something happens to somebody, what every matter has to do. Hears of it from the registers here, the
 * feeds of other bureaus, files and clerks; works each event once, by the table of the packs, and arrives at the same
 * state in whatever order events come. Takes nothing away before the recipient was heard, save the exceptions that the
 * table lists.
 */
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
            "registries",
            "benefits"
        })
@NullMarked
package org.weimin.linkage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
