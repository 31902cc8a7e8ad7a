package org.weimin.intake;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.intake.internal.PaperStore;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Vault;
import org.weimin.shell.Pictures;

/** 材料袋: uploads as their pixels alone, sealed; each belongs to one application or one survey. */
@Service
@Transactional
public class Papers {
    private final PaperStore store;
    private final Vault vault;
    private final BusinessClock clock;

    Papers(PaperStore store, Vault vault, BusinessClock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /** Where and when a picture was taken is gone before anything is kept. */
    public Paper keep(KeepPaper command, byte[] upload) {
        byte[] picture = Pictures.pixelsOnly(upload);
        var paper = new Paper(Ids.next(), command.owner(), command.kind(), command.title(), clock.today());
        store.insert(paper, command.area(), vault.sealBytes(picture));
        return paper;
    }

    /** What lay with a draft lies with its application from now on. */
    public void move(UUID from, UUID to) {
        store.move(from, to);
    }

    /** Nothing is kept of what nobody sent. */
    public void discard(UUID owner) {
        store.removeOf(owner);
    }

    /** In the order in which they were kept. */
    @Transactional(readOnly = true)
    public List<Paper> of(UUID owner) {
        return store.of(owner);
    }

    @Transactional(readOnly = true)
    public Paper get(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound(id));
    }

    /** The picture, a JPEG. */
    @Transactional(readOnly = true)
    public byte[] open(Paper paper) {
        return vault.openBytes(store.sealed(paper.id()));
    }
}
