package org.weimin.access.internal;

/** How far a sign-in has come. Only {@code OPEN} may do anything but go on with signing in. */
public enum Stage {
    CODE("/sign-in/code"),
    ENROL("/sign-in/enrol"),
    NEW_PASSWORD("/sign-in/password"),
    CHOOSE_POST("/sign-in/post"),
    OPEN("/desk");

    private final String page;

    Stage(String page) {
        this.page = page;
    }

    /** Where the browser goes next. */
    public String page() {
        return page;
    }
}
