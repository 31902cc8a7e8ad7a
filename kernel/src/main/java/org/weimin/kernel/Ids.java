package org.weimin.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** Makes the ids: UUIDv7, so that rows written together lie together; and secret tokens of 128 random bits. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** 128 random bits as 32 lower-case hexadecimal digits: what cannot be guessed may be printed on a receipt. */
    public static String secret() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
