/** Private to the room {@code registries}. */
@NullMarked
package org.weimin.registries.web;

import org.jspecify.annotations.NullMarked;
