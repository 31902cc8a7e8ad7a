/**
 * 待遇: what each subject receives, month by month. Owes to the ledger and never pays; a closed month stays as it is and
 * is corrected by a difference in the open one.
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
            "casework"
        })
@NullMarked
package org.weimin.benefits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
