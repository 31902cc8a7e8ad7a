/** Pages of the offices: private to the room. */
@NullMarked
package org.weimin.offices.web;

import org.jspecify.annotations.NullMarked;
