package org.weimin.divisions.web;

import org.weimin.divisions.PlaceList.Named;
import org.weimin.shell.PageOf;

/** The rows of one kind in one village, by name. */
public record RowsView(TouchedView of, String table, TouchedView.Row village, PageOf<Named> page) {
    public String url() {
        return "/divisions/plans/" + of.plan() + "/rows?what=" + table + "&place=" + village.before();
    }
}
