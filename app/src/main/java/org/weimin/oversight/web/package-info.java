/** Private to the room {@code oversight}. */
@NullMarked
package org.weimin.oversight.web;

import org.jspecify.annotations.NullMarked;
