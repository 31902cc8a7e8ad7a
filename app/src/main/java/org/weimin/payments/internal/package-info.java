/** Private to the room {@code payments}. */
@NullMarked
package org.weimin.payments.internal;

import org.jspecify.annotations.NullMarked;
