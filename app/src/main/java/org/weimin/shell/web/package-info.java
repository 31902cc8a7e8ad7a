@NullMarked
package org.weimin.shell.web;

import org.jspecify.annotations.NullMarked;
