package org.weimin.access.web;

import java.util.List;

/** What the sign-in page prints; a demo adds its people. */
public record SignInView(String to, String name, String error, List<DemoGroup> demo) {
    /** People of one role, to sign in as with one press. */
    public record DemoGroup(String role, List<DemoPerson> people) {}

    public record DemoPerson(String staffId, String postId, String name, String post) {}
}
