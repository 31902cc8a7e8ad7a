/**
 * 登记: the numbered registers of everything that a decision hands over: certificates, findings, filings, orders. An
 * entry comes from a decision and from nothing else; what is entered is changed by two people with a reason, and never
 * deleted.
 */
@ApplicationModule(
        allowedDependencies = {"home", "shell", "audit", "divisions", "access", "people", "facts", "policy", "casework"
        })
@NullMarked
package org.weimin.registries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
