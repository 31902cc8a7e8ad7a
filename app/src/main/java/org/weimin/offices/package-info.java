/**
 * The offices that do the work: who they are and with what they work, held against the standard; how much lies with
 * whom; what was missed; what would be more even; who stands in for whom. Measures offices and never rates a person;
 * opens no account and gives no post: that stays with two administrators.
 */
@ApplicationModule(
        allowedDependencies = {
            "home",
            "shell",
            "audit",
            "divisions",
            "access",
            "people",
            "policy",
            "casework",
            "benefits",
            "payments",
            "screening",
            "oversight"
        })
@NullMarked
package org.weimin.offices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
