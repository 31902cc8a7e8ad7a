@NullMarked
package org.weimin.eligibility.web;

import org.jspecify.annotations.NullMarked;
