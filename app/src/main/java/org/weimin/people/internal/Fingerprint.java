package org.weimin.people.internal;

/** 指纹: 64 bits of a text or of several numbers, for comparing and never for showing. */
final class Fingerprint {
    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    static long of(CharSequence text) {
        long hash = START;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return spread(hash);
    }

    static long of(byte[] bytes) {
        long hash = START;
        for (byte b : bytes) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        return spread(hash);
    }

    static long of(long one, long other) {
        return spread(spread(one) * PRIME + other);
    }

    /** The finisher of MurmurHash3. */
    private static long spread(long value) {
        long hash = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
