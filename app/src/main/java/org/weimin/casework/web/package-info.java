/** Private to the room {@code casework}. */
@NullMarked
package org.weimin.casework.web;

import org.jspecify.annotations.NullMarked;
