package org.weimin.kernel;

/** 无权: this post may not do this, here. Answered with 403 and written to the audit record. */
public class Forbidden extends RuntimeException {
    private final String permission;

    public Forbidden(String permission) {
        super(permission);
        this.permission = permission;
    }

    public String permission() {
        return permission;
    }
}
