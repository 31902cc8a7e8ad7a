package org.weimin.access.internal;

import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id, as slow where nobody is known as where somebody is: time does not tell who exists. */
@Component
public class SlowHash {
    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final String nobodys = argon2.encode("nobody's password");

    public String of(String secret) {
        return argon2.encode(secret);
    }

    public boolean matches(String secret, Optional<String> hash) {
        return argon2.matches(secret, hash.orElse(nobodys)) && hash.isPresent();
    }
}
