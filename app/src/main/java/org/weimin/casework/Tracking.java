package org.weimin.casework;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.internal.CaseFileStore;
import org.weimin.casework.internal.Deadlines;
import org.weimin.kernel.ApplicationId;

/** 进度查询: how far the cases of an application have come. */
@Service
@Transactional(readOnly = true)
public class Tracking {
    private final CaseFileStore files;
    private final Deadlines deadlines;

    Tracking(CaseFileStore files, Deadlines deadlines) {
        this.files = files;
        this.deadlines = deadlines;
    }

    public List<Progress> of(ApplicationId application) {
        return files.ofApplication(application).stream().map(this::progress).toList();
    }

    private Progress progress(CaseFile file) {
        Claim claim = file.claim();
        return new Progress(
                claim.pack(),
                file.status(),
                claim.openedOn(),
                claim.area(),
                deadlines.findOpen(file.id(), Deadline.Kind.CASE));
    }
}
