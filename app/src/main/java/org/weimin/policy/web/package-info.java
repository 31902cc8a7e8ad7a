@NullMarked
package org.weimin.policy.web;

import org.jspecify.annotations.NullMarked;
