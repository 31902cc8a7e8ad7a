package org.weimin.access.web;

import java.util.List;

/** What the sign-in page prints; a demo adds its people. */
public record SignInView(String to, String name, String error, List<DemoGroup> demo) {
    /** People of one role, to sign in as with one press. */
    public record DemoGroup(String role, List<DemoPerson> people) {
        private static final int SHOWN = 2;

        public List<DemoPerson> first() {
            return people.subList(0, Math.min(SHOWN, people.size()));
        }

        public List<DemoPerson> others() {
            return people.subList(first().size(), people.size());
        }
    }

    public record DemoPerson(String staffId, String postId, String name, String post) {}
}
