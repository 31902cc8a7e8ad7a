package org.weimin.home.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.weimin.home.Home;
import org.weimin.home.StartRefused;
import org.weimin.kernel.Vault;

/** The keys that seal identity and bank numbers: numbered, so that old values stay readable after a rotation. */
public final class KeyFile {
    private static final int KEY_BYTES = 32;
    private final Map<String, String> entries;
    private final Path path;

    private KeyFile(Path path, Map<String, String> entries) {
        this.path = path;
        this.entries = entries;
    }

    /** A demo or test home makes its own keys at the first start; a real office brings its key file. */
    static KeyFile of(Home home) {
        if (home.kind() == Home.Kind.SERVE) {
            return given(ServeSettings.from(System.getenv()).keyFile());
        }
        Path path = home.keys().resolve("vault.properties");
        return new KeyFile(path, new PrivateFile(path).readOrCreate(KeyFile::fresh));
    }

    static KeyFile given(Path file) {
        var secret = new PrivateFile(file);
        try {
            if (!secret.isForOwnerOnly()) {
                throw new StartRefused(
                        "密钥文件 " + file + " 可被他人读取。请执行 chmod 600 " + file,
                        "The key file " + file + " can be read by others. Run: chmod 600 " + file);
            }
            return new KeyFile(secret.path(), secret.read());
        } catch (IOException unreadable) {
            throw new StartRefused(
                    "读不到密钥文件（WEIMIN_KEY_FILE）：" + file + "。用 ./weimin new-keys FILE 可生成一份。",
                    "The key file (WEIMIN_KEY_FILE) cannot be read: " + file + ". ./weimin new-keys FILE makes one.");
        }
    }

    /** Writes a new key file; an existing one is never touched, for what it sealed would be lost. */
    public static void create(Path path) {
        if (path.toFile().exists()) {
            throw new StartRefused("文件已存在，不会覆盖：" + path, "The file exists and will not be overwritten: " + path);
        }
        new PrivateFile(path.toAbsolutePath()).readOrCreate(KeyFile::fresh);
    }

    Vault vault() {
        var keys = new HashMap<Integer, byte[]>();
        entries.forEach((name, value) -> {
            if (name.startsWith("key.")) {
                keys.put(Integer.parseInt(name.substring("key.".length())), bytes(value));
            }
        });
        return new Vault(keys, Integer.parseInt(entry("current")), bytes(entry("index")));
    }

    private String entry(String name) {
        String value = entries.get(name);
        if (value == null) {
            throw new UncheckedIOException(new IOException("No entry " + name + " in " + path));
        }
        return value;
    }

    private byte[] bytes(String text) {
        byte[] key = Base64.getDecoder().decode(text);
        if (key.length != KEY_BYTES) {
            throw new StartRefused(
                    "密钥文件 " + path + " 中有长度不对的密钥。", "The key file " + path + " holds a key of the wrong length.");
        }
        return key;
    }

    private static Map<String, String> fresh() {
        return new TreeMap<>(Map.of("current", "1", "key.1", randomKey(), "index", randomKey()));
    }

    private static String randomKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
