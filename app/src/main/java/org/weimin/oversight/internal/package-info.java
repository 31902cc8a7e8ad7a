/** Private to the room {@code oversight}. */
@NullMarked
package org.weimin.oversight.internal;

import org.jspecify.annotations.NullMarked;
