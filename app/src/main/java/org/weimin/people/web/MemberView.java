package org.weimin.people.web;

import java.util.List;
import org.weimin.shell.Option;

/** What the form for a new member prints. */
public record MemberView(
        String household,
        String headName,
        String identity,
        String name,
        String relation,
        String on,
        List<Option> relations,
        String error) {}
