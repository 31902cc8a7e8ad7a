/** Private to the room {@code portal}. */
@NullMarked
package org.weimin.portal.web;

import org.jspecify.annotations.NullMarked;
