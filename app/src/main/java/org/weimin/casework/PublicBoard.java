package org.weimin.casework;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.internal.NoticeStore;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.PageOf;

/** 公示栏: what hangs on the board, as anybody may read it; the database shows nothing else to the public. */
@Service
@Transactional(readOnly = true)
public class PublicBoard {
    private final NoticeStore notices;

    PublicBoard(NoticeStore notices) {
        this.notices = notices;
    }

    public PageOf<Notice> list(DivisionCode area, Notice.Kind kind, int number) {
        int page = Math.max(1, number);
        long skipped = (long) (page - 1) * PageOf.SIZE;
        return new PageOf<>(
                notices.board(area, kind, PageOf.SIZE, skipped), page, PageOf.SIZE, notices.countBoard(area, kind));
    }

    public Notice get(UUID id) {
        return notices.get(id);
    }
}
