/**
 * 账务: funds, the budget voted for them, double entry and what is owed. Adds and reverses, never changes; refuses a
 * booking without balance, a payment without budget, and a second debt for the same month.
 */
@ApplicationModule(allowedDependencies = {"home", "shell", "audit", "divisions", "access"})
@NullMarked
package org.weimin.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
