/** Private to the room {@code ledger}. */
@NullMarked
package org.weimin.ledger.web;

import org.jspecify.annotations.NullMarked;
