/** Private to the room {@code linkage}. */
@NullMarked
package org.weimin.linkage.internal;

import org.jspecify.annotations.NullMarked;
