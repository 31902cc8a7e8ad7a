/** SQL and loading of the divisions: private to the room. */
@NullMarked
package org.weimin.divisions.internal;

import org.jspecify.annotations.NullMarked;
