/** Private to the room {@code screening}. */
@NullMarked
package org.weimin.screening.internal;

import org.jspecify.annotations.NullMarked;
