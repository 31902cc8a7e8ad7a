/** Page frame, errors, form fields, paging, workbooks and letters. Knows no business and nobody's sign-in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"home"})
package org.weimin.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
