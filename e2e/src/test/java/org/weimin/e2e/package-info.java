/** Journeys through a whole demo county, in a real browser. Skipped with a clear line where there is no Chromium. */
@NullMarked
package org.weimin.e2e;

import org.jspecify.annotations.NullMarked;
