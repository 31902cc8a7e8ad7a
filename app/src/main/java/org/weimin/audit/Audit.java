package org.weimin.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Entry.Action;
import org.weimin.audit.internal.DeedStore;
import org.weimin.audit.internal.EntryStore;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.Subject;
import org.weimin.shell.PageOf;

/** 审计: the record of looks and changes. A row is written in the acting transaction: no deed without its row. */
@Service
@Transactional
public class Audit {
    private final EntryStore entries;
    private final DeedStore deeds;

    Audit(EntryStore entries, DeedStore deeds) {
        this.entries = entries;
        this.deeds = deeds;
    }

    /** What the reader oversees, the newest first. To read about one person is itself a look. */
    public PageOf<Deed> list(Deed.Search search) {
        search.about().ifPresent(subject -> looked("audit", "subject", subject, ""));
        return deeds.list(search);
    }

    /** 谁看过: the looks of officials at any of these, the newest first; to read about oneself is no look. */
    @Transactional(readOnly = true)
    public List<Deed> looksAt(Collection<UUID> subjects) {
        return deeds.looksAt(subjects);
    }

    /** Somebody saw data of a person or household; {@code what} is the kind of data, never the data. */
    public void looked(String what, Subject on, String purpose) {
        looked(what, on.kind(), on.id(), purpose);
    }

    public void looked(String what, String subjectKind, UUID subjectId, String purpose) {
        entries.add(new Entry(
                Action.LOOKED,
                what,
                Optional.of(subjectKind),
                Optional.of(subjectId),
                actorsArea(),
                purpose,
                Map.of()));
    }

    public void changed(String what, UUID subjectId, String area, Map<String, Object> detail) {
        entries.add(new Entry(Action.CHANGED, what, Optional.empty(), Optional.of(subjectId), area, "", detail));
    }

    /** Stays although the refused transaction is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(String permission, String path) {
        entries.add(new Entry(
                Action.REFUSED,
                permission,
                Optional.empty(),
                Optional.empty(),
                actorsArea(),
                "",
                Map.of("path", path)));
    }

    private static String actorsArea() {
        return Acting.current() instanceof Actor.Staff staff ? staff.area().value() : "";
    }
}
