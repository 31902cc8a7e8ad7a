/** SQL, tokens and the roster import of people: private to the room. */
@NullMarked
package org.weimin.people.internal;

import org.jspecify.annotations.NullMarked;
