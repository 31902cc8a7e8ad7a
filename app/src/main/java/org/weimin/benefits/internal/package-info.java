/** Private to the room {@code benefits}. */
@NullMarked
package org.weimin.benefits.internal;

import org.jspecify.annotations.NullMarked;
