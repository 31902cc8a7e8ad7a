/**
 * The registers of other bureaus, played: for demos, training and tests. Answers from what the county knew when it was
 * filled, on time or as badly as somebody chose; in a real office it does not listen unless the settings say so, and
 * nothing that it says is believed there.
 */
@ApplicationModule(allowedDependencies = {"home", "shell", "people", "facts"})
@NullMarked
package org.weimin.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
