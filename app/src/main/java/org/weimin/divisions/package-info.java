/**
 * The five levels of areas with their dated history, and the tree of offices that serve them. Holds what is public and
 * never a resident; it renames, merges and splits by new rows, never by changing old ones.
 */
@ApplicationModule(allowedDependencies = {"home", "shell", "audit", "access"})
@NullMarked
package org.weimin.divisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
