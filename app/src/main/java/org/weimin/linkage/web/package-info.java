/** Private to the room {@code linkage}. */
@NullMarked
package org.weimin.linkage.web;

import org.jspecify.annotations.NullMarked;
