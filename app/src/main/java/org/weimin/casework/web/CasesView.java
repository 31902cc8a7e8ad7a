package org.weimin.casework.web;

import java.util.List;
import org.weimin.shell.Option;
import org.weimin.shell.PageOf;

/** What the list of cases prints. */
public record CasesView(
        PageOf<CaseRow> page,
        List<Option> lists,
        List<Option> acts,
        String list,
        String act,
        String number,
        String url) {}
