@NullMarked
package org.weimin.demo.web;

import org.jspecify.annotations.NullMarked;
