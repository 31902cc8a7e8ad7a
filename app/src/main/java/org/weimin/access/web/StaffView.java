package org.weimin.access.web;

import org.weimin.shell.PageOf;

/** The list of accounts, with the form that opens one. */
public record StaffView(PageOf<Row> page, boolean mayEmploy, String name, String signInName, String error) {
    public record Row(String href, String name, String status, boolean active) {}
}
