/** Private to the room {@code intake}. */
@NullMarked
package org.weimin.intake.web;

import org.jspecify.annotations.NullMarked;
