/** Measurements beside the physical limit: a figure of ours, one of the limit, and their ratio in one run. */
@NullMarked
package org.weimin.bench;

import org.jspecify.annotations.NullMarked;
