/** Pages of the divisions: private to the room. */
@NullMarked
package org.weimin.divisions.web;

import org.jspecify.annotations.NullMarked;
