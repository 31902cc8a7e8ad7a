/** The rows, the chain over them, and its verification. */
@NullMarked
package org.weimin.audit.internal;

import org.jspecify.annotations.NullMarked;
