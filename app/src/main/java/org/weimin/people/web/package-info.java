/** Pages of people: private to the room. */
@NullMarked
package org.weimin.people.web;

import org.jspecify.annotations.NullMarked;
