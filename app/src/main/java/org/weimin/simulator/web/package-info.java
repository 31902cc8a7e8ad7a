/** The page of the simulator: private to the room. */
@NullMarked
package org.weimin.simulator.web;

import org.jspecify.annotations.NullMarked;
