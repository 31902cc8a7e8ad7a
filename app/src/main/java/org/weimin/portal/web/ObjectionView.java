package org.weimin.portal.web;

import org.weimin.casework.Notice;

/** What the objection form prints above its fields: the entry as the board shows it. */
public record ObjectionView(BoardView.Row row) {
    static ObjectionView of(Notice notice) {
        return new ObjectionView(BoardView.row(notice));
    }
}
