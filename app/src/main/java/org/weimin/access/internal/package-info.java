@NullMarked
package org.weimin.access.internal;

import org.jspecify.annotations.NullMarked;
