package org.weimin.policy.internal;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import org.weimin.engine.Packs;
import org.weimin.home.Home;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;

/**
 * The law as it is asked: the packs that the program carries, or those of the folder {@code weimin.packs}; beside them
 * the matters of the home's own folder; and on top of them everything that was published here, in its order.
 */
@Component
public class PackShelf {
    private static final Logger log = LoggerFactory.getLogger(PackShelf.class);
    private final Supplier<Packs> carried;
    private final Supplier<HolidayNotice> calendar;
    private final OwnPacks own;
    private final DraftStore drafts;
    private final TransactionTemplate ownTransaction;
    private volatile @Nullable Shelf shelf;

    /** What was read, and how many publications it holds. */
    private record Shelf(Packs packs, int own, int publications) {}

    PackShelf(
            @Value("${weimin.packs:}") String folder,
            Home home,
            DraftStore drafts,
            PlatformTransactionManager transactions) {
        this.own = new OwnPacks(home.packs());
        this.carried =
                SingletonSupplier.of(() -> folder.isEmpty() ? Packs.fromClassPath() : Packs.read(Path.of(folder)));
        this.calendar =
                SingletonSupplier.of(() -> HolidayNotice.read(carried.get().shared("calendar/working-days.csv")));
        this.drafts = drafts;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public Packs packs() {
        Shelf read = shelf;
        return read == null ? reload() : read.packs();
    }

    public HolidayNotice calendar() {
        return calendar.get();
    }

    /** Reads what was published, here or on another machine, and answers by it from now on. */
    public synchronized Packs reload() {
        List<Map<String, String>> published = asSystem(drafts::published);
        int stamp = own.stamp();
        Packs packs = with(carried.get(), own.files());
        for (Map<String, String> files : published) {
            packs = with(packs, files);
        }
        shelf = new Shelf(packs, stamp, published.size());
        return packs;
    }

    /**
     * Another machine may have published, or a matter was laid into the home: what is new there is law here within a
     * second. True where something was read anew.
     */
    public boolean refresh() {
        Shelf read = shelf;
        boolean same =
                read != null && read.own() == own.stamp() && read.publications() == asSystem(drafts::countPublished);
        if (!same) {
            reload();
        }
        return !same;
    }

    /** Files that these packs do not take must not stop the office: the rest stays in force. */
    private static Packs with(Packs packs, Map<String, String> files) {
        try {
            return files.isEmpty() ? packs : packs.with(files);
        } catch (Refused | NotFound | IllegalArgumentException | DateTimeException unreadable) {
            log.error("A change of law cannot be read with the packs of this program: {}", unreadable.getMessage());
            return packs;
        }
    }

    private <T> T asSystem(Supplier<T> work) {
        var job = new Actor.SystemJob("policy-read", "published law");
        return Acting.as(job, () -> ownTransaction.execute(status -> work.get()));
    }
}
