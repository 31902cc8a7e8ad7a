package org.weimin.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * 密钥柜: seals class-3 values (identity and bank numbers) with AES-256-GCM, the key's number beside the value, and
 * makes keyed blind indexes for equality. A bare hash would be useless: all identity numbers can be tried in an hour.
 */
public final class Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private final Supplier<Keys> source;
    private final SecureRandom random = new SecureRandom();
    private volatile Keys keys;

    /** Asks the source before every sealing and for every key that it does not know: keys rotate while it is used. */
    public Vault(Supplier<Keys> source) {
        this.source = source;
        this.keys = source.get();
    }

    /** Numbered keys of 32 bytes: the current one seals, all of them open; the index key never rotates. */
    public static final class Keys {
        private final Map<Integer, SecretKeySpec> numbered;
        private final int current;
        private final SecretKeySpec index;

        public Keys(Map<Integer, byte[]> numbered, int current, byte[] index) {
            this.numbered = numbered.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, entry -> new SecretKeySpec(entry.getValue(), "AES")));
            if (!this.numbered.containsKey(current)) {
                throw new IllegalArgumentException("No key number " + current);
            }
            this.current = current;
            this.index = new SecretKeySpec(index, "HmacSHA256");
        }
    }

    public byte[] seal(String value) {
        return sealBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Key number (2 bytes), nonce (12), ciphertext and tag. */
    public byte[] sealBytes(byte[] value) {
        try {
            int key = currentKey();
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(value);
            return ByteBuffer.allocate(2 + NONCE_BYTES + sealed.length)
                    .putShort((short) key)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This JVM cannot seal", broken);
        }
    }

    public String open(byte[] sealed) {
        return new String(openBytes(sealed), StandardCharsets.UTF_8);
    }

    public byte[] openBytes(byte[] sealed) {
        try {
            var buffer = ByteBuffer.wrap(sealed);
            int key = buffer.getShort();
            byte[] nonce = new byte[NONCE_BYTES];
            buffer.get(nonce);
            byte[] body = new byte[buffer.remaining()];
            buffer.get(body);
            return cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(body);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("A sealed value does not open: wrong key file or damaged data", broken);
        }
    }

    /** The key number a sealed value was made with, so that a rotation knows what is left to do. */
    public static int keyOf(byte[] sealed) {
        return ByteBuffer.wrap(sealed).getShort();
    }

    /** The key that seals from now on. */
    public int currentKey() {
        keys = source.get();
        return keys.current;
    }

    /** Whether values of that key open here; another machine may have a newer key file. */
    public boolean knows(int key) {
        if (!keys.numbered.containsKey(key)) {
            keys = source.get();
        }
        return keys.numbered.containsKey(key);
    }

    /** HMAC-SHA-256 of purpose and value: equal values give equal indexes, and without the key nothing else. */
    public byte[] blindIndex(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.index);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This JVM has no HMAC-SHA-256", broken);
        }
    }

    private Cipher cipher(int mode, int key, byte[] nonce) throws GeneralSecurityException {
        if (!knows(key)) {
            throw new GeneralSecurityException("No key number " + key);
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.numbered.get(key), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
