/** Private to the room {@code registries}. */
@NullMarked
package org.weimin.registries.internal;

import org.jspecify.annotations.NullMarked;
