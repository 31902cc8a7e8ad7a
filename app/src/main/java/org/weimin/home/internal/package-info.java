/** How the home is kept: processes, files, migrations and transactions. */
@NullMarked
package org.weimin.home.internal;

import org.jspecify.annotations.NullMarked;
