package org.weimin.engine.population;

import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Classes by their bytes. Rules that differ in nothing but the values of parameters are the same code, and need not
 * be loaded and warmed up anew for every question what another value would cost. Code that no matter uses is let go.
 */
final class LoadedCode {
    private static final Map<ByteBuffer, WeakReference<Constructor<? extends MatterCode>>> LOADED = new HashMap<>();

    private LoadedCode() {}

    static synchronized Constructor<? extends MatterCode> of(byte[] code) throws ReflectiveOperationException {
        LOADED.values().removeIf(each -> each.refersTo(null));
        var bytes = ByteBuffer.wrap(code);
        var known = LOADED.get(bytes);
        @Nullable Constructor<? extends MatterCode> loaded = known == null ? null : known.get();
        if (loaded == null) {
            loaded = load(code);
            LOADED.put(bytes, new WeakReference<>(loaded));
        }
        return loaded;
    }

    private static Constructor<? extends MatterCode> load(byte[] code) throws ReflectiveOperationException {
        return MethodHandles.lookup()
                .defineHiddenClass(code, true)
                .lookupClass()
                .asSubclass(MatterCode.class)
                .getDeclaredConstructor();
    }
}
