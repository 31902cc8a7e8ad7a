@NullMarked
package org.weimin.access.web;

import org.jspecify.annotations.NullMarked;
