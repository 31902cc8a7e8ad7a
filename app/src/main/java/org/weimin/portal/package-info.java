/** What residents and the public see without signing in: progress, boards, guides. Shows only what is published. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"home", "shell", "audit", "divisions", "access", "people", "policy", "intake", "casework"
        })
package org.weimin.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
