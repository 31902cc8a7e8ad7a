package org.weimin.home.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.weimin.home.Home;
import org.weimin.home.StartRefused;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Vault;

/** The keys that seal identity and bank numbers: numbered, so that old values stay readable after a rotation. */
public final class KeyFile {
    private static final int KEY_BYTES = 32;
    private final PrivateFile file;
    private volatile Read read;

    private KeyFile(Path path) throws IOException {
        this.file = new PrivateFile(path);
        this.read = read(stamp());
    }

    /** What was read, and the version of the file that it was read from. */
    private record Read(Object stamp, Vault.Keys keys) {}

    /** A demo or test home makes its own keys at the first start; a real office brings its key file. */
    static KeyFile of(Home home) {
        if (home.kind() == Home.Kind.SERVE) {
            return given(ServeSettings.from(System.getenv()).keyFile());
        }
        Path path = home.keys().resolve("vault.properties");
        new PrivateFile(path).readOrCreate(KeyFile::fresh);
        return given(path);
    }

    static KeyFile given(Path path) {
        try {
            if (!new PrivateFile(path).isForOwnerOnly()) {
                throw new StartRefused(
                        "密钥文件 " + path + " 可被他人读取。请执行 chmod 600 " + path,
                        "The key file " + path + " can be read by others. Run: chmod 600 " + path);
            }
            return new KeyFile(path.toRealPath());
        } catch (IOException unreadable) {
            throw new StartRefused(
                    "读不到密钥文件（WEIMIN_KEY_FILE）：" + path + "。用 ./weimin new-keys FILE 可生成一份。",
                    "The key file (WEIMIN_KEY_FILE) cannot be read: " + path + ". ./weimin new-keys FILE makes one.");
        }
    }

    /** Writes a new key file; an existing one is never touched, for what it sealed would be lost. */
    public static void create(Path path) {
        if (path.toFile().exists()) {
            throw new StartRefused("文件已存在，不会覆盖：" + path, "The file exists and will not be overwritten: " + path);
        }
        new PrivateFile(path.toAbsolutePath()).readOrCreate(KeyFile::fresh);
    }

    Path path() {
        return file.path();
    }

    /** As the file stands now. While it cannot be read, for example on a medium taken out, as it last stood. */
    Vault.Keys keys() {
        Object stamp = stamp();
        if (stamp != null && !stamp.equals(read.stamp())) {
            try {
                read = read(stamp);
            } catch (IOException unreadable) {
                return read.keys();
            }
        }
        return read.keys();
    }

    /** The new key seals from now on, and every old one stays. Not to be called by two at once. */
    void addKey() {
        try {
            var entries = new TreeMap<>(file.read());
            int next = numbered(entries).keySet().stream()
                            .mapToInt(each -> each)
                            .max()
                            .orElse(0)
                    + 1;
            entries.put("key." + next, randomKey());
            entries.put("current", String.valueOf(next));
            file.replace(entries);
        } catch (IOException notWritten) {
            throw new Refused("home.keys.not-writable", file.path(), String.valueOf(notWritten));
        }
    }

    private Read read(@Nullable Object stamp) throws IOException {
        var entries = file.read();
        int current = Integer.parseInt(entry(entries, "current"));
        return new Read(
                stamp == null ? "" : stamp, new Vault.Keys(numbered(entries), current, bytes(entry(entries, "index"))));
    }

    /** A replaced file is another file of another time; asked before every sealing, so it reads no content. */
    private @Nullable Object stamp() {
        try {
            var file = Files.readAttributes(path(), BasicFileAttributes.class);
            return file.fileKey() + "@" + file.lastModifiedTime();
        } catch (IOException gone) {
            return null;
        }
    }

    private Map<Integer, byte[]> numbered(Map<String, String> entries) {
        var keys = new HashMap<Integer, byte[]>();
        entries.forEach((name, value) -> {
            if (name.startsWith("key.")) {
                keys.put(Integer.parseInt(name.substring("key.".length())), bytes(value));
            }
        });
        return keys;
    }

    private String entry(Map<String, String> entries, String name) {
        String value = entries.get(name);
        if (value == null) {
            throw new UncheckedIOException(new IOException("No entry " + name + " in " + path()));
        }
        return value;
    }

    private byte[] bytes(String text) {
        byte[] key = Base64.getDecoder().decode(text);
        if (key.length != KEY_BYTES) {
            throw new StartRefused(
                    "密钥文件 " + path() + " 中有长度不对的密钥。", "The key file " + path() + " holds a key of the wrong length.");
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
