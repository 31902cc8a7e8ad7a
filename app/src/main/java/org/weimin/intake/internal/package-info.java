/** Private to the room {@code intake}. */
@NullMarked
package org.weimin.intake.internal;

import org.jspecify.annotations.NullMarked;
