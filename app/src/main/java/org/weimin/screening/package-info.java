/**
 * Asks the rules of every matter of a whole population in one pass, and says who may be entitled without receiving, who
 * receives without being entitled any more, and what has to be found out. Decides nothing: a finding is a hint on which
 * somebody goes and asks.
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
            "benefits"
        })
@NullMarked
package org.weimin.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
