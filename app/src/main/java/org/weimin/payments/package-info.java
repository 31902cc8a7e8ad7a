/**
 * 发放: pays what is owed, two people a run, and believes nothing but the bank's return. Knows no matter; refuses to pay
 * a debt twice, to release what the same person prepared, and to take a timeout for an answer.
 */
@ApplicationModule(allowedDependencies = {"home", "shell", "audit", "divisions", "access", "people", "ledger"})
@NullMarked
package org.weimin.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
