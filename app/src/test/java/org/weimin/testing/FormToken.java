package org.weimin.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What makes a POST one of our forms: the same secret in the cookie and, mixed with noise, beside it. */
public final class FormToken {
    private static final String SECRET = "5f0c3a5e-1111-4222-8333-944444444444";
    public static final String COOKIE = "weimin-form=" + SECRET;
    public static final String HEADER = "X-XSRF-TOKEN";

    private FormToken() {}

    /** Noise of nothing but zeros leaves the secret as it is. */
    public static String value() {
        byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
        byte[] mixed = new byte[2 * secret.length];
        System.arraycopy(secret, 0, mixed, secret.length, secret.length);
        return Base64.getUrlEncoder().encodeToString(mixed);
    }
}
