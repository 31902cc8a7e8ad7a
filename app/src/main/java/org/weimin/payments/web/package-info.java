/** Private to the room {@code payments}. */
@NullMarked
package org.weimin.payments.web;

import org.jspecify.annotations.NullMarked;
