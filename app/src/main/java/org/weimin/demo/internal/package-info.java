/** How the demo county is drawn: private to the room. */
@NullMarked
package org.weimin.demo.internal;

import org.jspecify.annotations.NullMarked;
