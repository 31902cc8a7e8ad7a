package org.weimin.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weimin.shell.Option;

/** What the form for a new resident prints. */
public record RegisterView(Typed typed, List<Option> places, List<Option> homes, String error) {
    /** Whether a household begins with this person; who passes through has none here. */
    public enum Home {
        HEAD,
        NONE
    }

    /** What is typed; a box that a request leaves out is an empty one. */
    public record Typed(String identity, String name, String phone, String place, String address, Home home) {
        static final Typed NOTHING = new Typed("", "", "", "", "", Home.HEAD);

        public Typed {
            identity = said(identity);
            name = said(name);
            phone = said(phone);
            place = said(place);
            address = said(address);
            home = home == null ? Home.HEAD : home;
        }

        private static String said(@Nullable String box) {
            return box == null ? "" : box.strip();
        }
    }
}
