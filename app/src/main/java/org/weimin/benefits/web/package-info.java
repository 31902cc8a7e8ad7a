/** Private to the room {@code benefits}. */
@NullMarked
package org.weimin.benefits.web;

import org.jspecify.annotations.NullMarked;
