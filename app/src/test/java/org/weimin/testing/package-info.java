/** What every room's tests need: one database, a clock to set, somebody to act as. */
@NullMarked
package org.weimin.testing;

import org.jspecify.annotations.NullMarked;
