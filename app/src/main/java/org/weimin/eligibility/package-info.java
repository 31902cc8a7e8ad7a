/**
 * One subject, one day, one answer with its reasons: gathers what is known and asks the law. Writes nothing, decides
 * nothing, and never takes silence for a no.
 */
@ApplicationModule(allowedDependencies = {"home", "shell", "audit", "access", "divisions", "people", "facts", "policy"})
@NullMarked
package org.weimin.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
