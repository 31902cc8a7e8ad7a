package org.weimin.audit.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One link of the chain: SHA-256 over its number, the hash before it, and every column of the entry. */
record Link(long sequence, String hash) {
    private static final HexFormat HEX = HexFormat.of();
    /** What the first link hangs on. */
    static final Link NONE = of(0, new byte[32]);

    static Link of(long sequence, byte[] hash) {
        return new Link(sequence, HEX.formatHex(hash));
    }

    byte[] bytes() {
        return HEX.parseHex(hash);
    }

    /** Each column goes in with its length, so that no text can slide from one column into the next. */
    Link next(List<@Nullable String> columns) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence + 1).array());
            digest.update(bytes());
            for (String column : columns) {
                byte[] text = column == null ? new byte[0] : column.getBytes(StandardCharsets.UTF_8);
                int length = column == null ? -1 : text.length;
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
                digest.update(text);
            }
            return of(sequence + 1, digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This JVM has no SHA-256", impossible);
        }
    }

    /** The form in which a head is kept outside of the database. */
    @Override
    public String toString() {
        return sequence + ":" + hash;
    }
}
