package org.weimin.access.web;

import java.util.List;
import org.weimin.shell.Option;

/** One account with its posts; an invitation just made is shown this once. */
public record StaffMemberView(
        StaffView.Row member,
        List<Option> posts,
        List<Option> freePosts,
        boolean mayEmploy,
        boolean mayAppoint,
        String invitation) {}
