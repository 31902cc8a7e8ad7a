/** Private to the room {@code ledger}. */
@NullMarked
package org.weimin.ledger.internal;

import org.jspecify.annotations.NullMarked;
