/** Private to the room {@code portal}. */
@NullMarked
package org.weimin.portal.internal;

import org.jspecify.annotations.NullMarked;
