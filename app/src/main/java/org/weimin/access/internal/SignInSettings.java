package org.weimin.access.internal;

/** What an installation decides about signing in: which password rule book, and whether all need a second factor. */
public record SignInSettings(PasswordRules passwords, boolean secondFactorRequired) {}
