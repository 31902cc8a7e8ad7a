/** The played registers and the door they are asked at: private to the room. */
@NullMarked
package org.weimin.simulator.internal;

import org.jspecify.annotations.NullMarked;
