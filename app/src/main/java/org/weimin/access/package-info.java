/** Staff, posts, roles, sign-in: may this post do this, here. Knows no matter; the caller says what it is about. */
@NullMarked
@ApplicationModule(allowedDependencies = {"home", "shell", "audit", "divisions"})
package org.weimin.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
