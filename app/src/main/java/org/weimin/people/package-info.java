/**
 * Who lives here and who belongs together: residents, households, kinship, guardians, bank cards, group tags. Knows no
 * matter and no amount; identity and card numbers leave it only with a purpose that is written down.
 */
@ApplicationModule(allowedDependencies = {"home", "shell", "audit", "access", "divisions"})
@NullMarked
package org.weimin.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
