/**
 * 审计: keeps who looked at or changed what, when, and why, so that nobody can alter it unseen. Refuses to keep the
 * values themselves: a record of looks must not become a second register of persons.
 */
@ApplicationModule(allowedDependencies = {"home", "shell"})
@NullMarked
package org.weimin.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
