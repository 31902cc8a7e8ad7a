@NullMarked
package org.weimin.policy.internal;

import org.jspecify.annotations.NullMarked;
