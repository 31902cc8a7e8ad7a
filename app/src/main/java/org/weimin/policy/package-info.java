/**
 * What the law says: the published packs, and every value by place and day with its source. Publishes and answers;
 * judges nobody, and never changes or forgets what was published.
 */
@ApplicationModule(allowedDependencies = {"home", "shell", "audit", "access", "divisions"})
@NullMarked
package org.weimin.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
