@NullMarked
package org.weimin.shell.internal;

import org.jspecify.annotations.NullMarked;
