/**
 * 安装之家: where this installation lives: its folder, keys, database, clock, jobs and command line. Knows no business
 * and refuses to: whatever needs a resident, a case or an amount belongs to a room further down.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.weimin.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
