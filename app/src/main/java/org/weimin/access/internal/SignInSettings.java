package org.weimin.access.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What an installation decides about signing in ({@code weimin.access.…}). */
@ConfigurationProperties("weimin.access")
public record SignInSettings(@DefaultValue("MLPS3") PasswordRules passwords, @DefaultValue("true") boolean secondFactorRequired) {}
