/** The words every room shares: money, periods, ids, clock, refusals, number checks. Knows no room, no framework. */
@NullMarked
package org.weimin.kernel;

import org.jspecify.annotations.NullMarked;
