/** Pages of the facts: private to the room. */
@NullMarked
package org.weimin.facts.web;

import org.jspecify.annotations.NullMarked;
