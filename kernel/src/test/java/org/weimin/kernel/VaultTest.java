package org.weimin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class VaultTest {
    private final byte[] first = key(1);
    private final byte[] second = key(2);
    private final byte[] index = key(3);

    @Test
    void what_was_sealed_with_an_old_key_still_opens() {
        byte[] sealed = vault(Map.of(1, first), 1).seal("310117194503150021");
        var rotated = vault(Map.of(1, first, 2, second), 2);
        assertThat(rotated.open(sealed)).isEqualTo("310117194503150021");
        assertThat(Vault.keyOf(sealed)).isEqualTo(1);
        assertThat(Vault.keyOf(rotated.seal("x"))).isEqualTo(2);
    }

    @Test
    void the_same_value_is_sealed_differently_but_indexed_alike() {
        var vault = vault(Map.of(1, first), 1);
        assertThat(vault.seal("a")).isNotEqualTo(vault.seal("a"));
        assertThat(vault.blindIndex("identity", "a")).isEqualTo(vault.blindIndex("identity", "a"));
        assertThat(vault.blindIndex("identity", "a")).isNotEqualTo(vault.blindIndex("card", "a"));
    }

    @Test
    void a_changed_byte_does_not_open() {
        var vault = vault(Map.of(1, first), 1);
        byte[] sealed = vault.seal("secret");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_vault_in_use_notices_a_new_key() {
        var keys = new AtomicReference<>(new Vault.Keys(Map.of(1, first), 1, index));
        var inUse = new Vault(keys::get);
        byte[] before = inUse.seal("before");
        keys.set(new Vault.Keys(Map.of(1, first, 2, second), 2, index));
        byte[] fromElsewhere = vault(Map.of(2, second), 2).seal("elsewhere");
        assertThat(inUse.open(fromElsewhere)).isEqualTo("elsewhere");
        assertThat(inUse.open(before)).isEqualTo("before");
        assertThat(Vault.keyOf(inUse.seal("after"))).isEqualTo(2);
    }

    private Vault vault(Map<Integer, byte[]> numbered, int current) {
        var keys = new Vault.Keys(numbered, current, index);
        return new Vault(() -> keys);
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) fill);
        return key;
    }
}
