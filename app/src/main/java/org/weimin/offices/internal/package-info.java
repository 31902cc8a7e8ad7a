/** SQL, sheets and sums of the offices: private to the room. */
@NullMarked
package org.weimin.offices.internal;

import org.jspecify.annotations.NullMarked;
