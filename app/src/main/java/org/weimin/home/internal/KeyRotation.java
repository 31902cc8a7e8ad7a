package org.weimin.home.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.weimin.home.SealedColumn;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Vault;

/**
 * 更换密钥: adds a key and seals everything with it, batch by batch, while the office works. Old keys stay in the file,
 * so every value opens at any moment; whoever was stopped in the middle starts again and loses nothing.
 */
@Component
class KeyRotation {
    private final KeyFile keys;
    private final Vault vault;
    private final SealedStore store;
    private final List<SealedColumn> columns;

    KeyRotation(KeyFile keys, Vault vault, SealedStore store, ObjectProvider<SealedColumn> columns) {
        this.keys = keys;
        this.vault = vault;
        this.store = store;
        this.columns = columns.orderedStream().toList();
    }

    /** Adds a key unless an earlier change is unfinished; answers whether it did. */
    boolean begin() {
        return alone(() -> {
            boolean unfinished = false;
            for (SealedColumn column : columns) {
                for (int key : store.keysIn(column)) {
                    if (!vault.knows(key)) {
                        throw new Refused("home.keys.unknown", key, keys.path());
                    }
                    unfinished |= key != vault.currentKey();
                }
            }
            if (!unfinished) {
                keys.addKey();
            }
            return !unfinished;
        });
    }

    /** Adds a key and seals nothing: for an office of several machines, which must all get the file first. */
    void addKey() {
        alone(() -> {
            keys.addKey();
            return true;
        });
    }

    /**
     * Until nothing is left that an older key sealed: the running office may still write such a value while it has
     * not noticed the new file.
     *
     * @param progress told after every committed batch how many values were sealed so far
     */
    long finish(int batchSize, LongConsumer progress) {
        var done = new AtomicLong();
        for (SealedColumn column : columns) {
            long before;
            do {
                before = done.get();
                pass(column, batchSize, rows -> progress.accept(done.addAndGet(rows)));
            } while (done.get() > before);
        }
        return done.get();
    }

    private void pass(SealedColumn column, int batchSize, LongConsumer sealed) {
        List<Object> after = List.of();
        do {
            var batch = store.reseal(column, after, batchSize);
            sealed.accept(batch.rows());
            after = batch.last();
        } while (!after.isEmpty());
    }

    private boolean alone(BooleanSupplier work) {
        Path path = keys.path().resolveSibling(keys.path().getFileName() + ".lock");
        try (var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new Refused("home.keys.busy");
            }
            return work.getAsBoolean();
        } catch (OverlappingFileLockException sameProcess) {
            throw new Refused("home.keys.busy");
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot lock " + path, failed);
        }
    }
}
