/**
 * 监督: looks for what is odd in who receives, who pays and who decides, says why, and keeps what came of it. Decides
 * nothing, stops nothing, and shows nothing to whoever it is about.
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
            "casework",
            "benefits",
            "screening"
        })
@NullMarked
package org.weimin.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
