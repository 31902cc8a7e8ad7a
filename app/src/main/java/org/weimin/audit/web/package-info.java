/** The record as the auditor reads it. */
@NullMarked
package org.weimin.audit.web;

import org.jspecify.annotations.NullMarked;
