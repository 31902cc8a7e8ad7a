/** Measurements beside the physical limit: each prints a figure of ours, one of the limit, and their ratio in one run. */
@NullMarked
package org.weimin.bench;

import org.jspecify.annotations.NullMarked;
