package org.weimin.home.internal;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.NestedExceptionUtils;
import org.weimin.home.StartRefused;

/** Prints what the administrator has to put right, and no stack trace. */
final class PlainRefusal implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        if (cause instanceof StartRefused) {
            System.err.println(cause.getMessage());
            return true;
        }
        return false;
    }
}
