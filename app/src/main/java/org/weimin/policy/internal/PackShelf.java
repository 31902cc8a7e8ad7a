package org.weimin.policy.internal;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.weimin.engine.Packs;

/** The packs that the program carries, or those of the folder {@code weimin.packs}; read when first asked for. */
@Component
public class PackShelf {
    private final Supplier<Packs> packs;
    private final Supplier<HolidayNotice> calendar;

    PackShelf(@Value("${weimin.packs:}") String folder) {
        packs = SingletonSupplier.of(() -> folder.isEmpty() ? Packs.fromClassPath() : Packs.read(Path.of(folder)));
        calendar = SingletonSupplier.of(() -> HolidayNotice.read(packs().shared("calendar/working-days.csv")));
    }

    public Packs packs() {
        return packs.get();
    }

    public HolidayNotice calendar() {
        return calendar.get();
    }
}
