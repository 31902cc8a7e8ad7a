/** Private to the room {@code screening}. */
@NullMarked
package org.weimin.screening.web;

import org.jspecify.annotations.NullMarked;
