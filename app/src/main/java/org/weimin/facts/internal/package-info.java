/** SQL of the facts: private to the room. */
@NullMarked
package org.weimin.facts.internal;

import org.jspecify.annotations.NullMarked;
