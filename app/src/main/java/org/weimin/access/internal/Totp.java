package org.weimin.access.internal;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** 动态口令: RFC 6238 codes of six digits and 30 seconds. A code is good once, and one step early or late. */
public final class Totp {
    static final int STEP_SECONDS = 30;
    private static final int SECRET_BYTES = 20;
    private static final Pattern SECRET = Pattern.compile("[A-Z2-7]{32}");
    private static final int DIGITS = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    /** A new secret, in the letters that an authenticator app takes. */
    public static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new Base32().encodeToString(secret);
    }

    /** The step that the code belongs to, if it is one of the three around now and later than the last one used. */
    static OptionalLong acceptedStep(String secret, String code, long epochSecond, long lastStep) {
        if (!SECRET.matcher(secret).matches()) {
            return OptionalLong.empty();
        }
        long now = epochSecond / STEP_SECONDS;
        for (long step = now - 1; step <= now + 1; step++) {
            boolean same = MessageDigest.isEqual(
                    code(secret, step).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
            if (same && step > lastStep) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** The code an authenticator shows at this moment. */
    public static String codeAt(String secret, long epochSecond) {
        return code(secret, epochSecond / STEP_SECONDS);
    }

    private static String code(String secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0f;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            return "%06d".formatted(number % DIGITS);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This JVM has no HMAC-SHA-1", broken);
        }
    }

    /** What the QR code of the enrolment page says to an authenticator app. */
    public static String uri(String secret, String account) {
        String label =
                URLEncoder.encode("为民:" + account, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/%s?secret=%s&issuer=Weimin".formatted(label, secret);
    }
}
