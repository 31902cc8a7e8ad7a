package org.weimin.access.internal;

/** What an installation decides about signing in: the password rule book, and whether everybody needs a second factor. */
public record SignInSettings(PasswordRules passwords, boolean secondFactorRequired) {}
