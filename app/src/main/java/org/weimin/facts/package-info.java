/**
 * What is true of people and households, when, and since when we know it: income, property, expenses, consents, each
 * with its source and evidence. Judges nothing and forgets nothing; a correction closes what we knew and writes anew.
 */
@ApplicationModule(allowedDependencies = {"home", "shell", "audit", "access", "divisions", "people"})
@NullMarked
package org.weimin.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
