@NullMarked
package org.weimin.eligibility.internal;

import org.jspecify.annotations.NullMarked;
