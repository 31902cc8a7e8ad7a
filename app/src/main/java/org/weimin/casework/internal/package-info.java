/** Private to the room {@code casework}. */
@NullMarked
package org.weimin.casework.internal;

import org.jspecify.annotations.NullMarked;
