package org.weimin.access.internal;

import java.util.Set;
import org.weimin.access.Role;

/** What the permission files grant, for tests that compare it with what the doors do. */
public final class Granted {
    private final Permissions permissions;

    Granted(Permissions permissions) {
        this.permissions = permissions;
    }

    public Set<String> to(Role role) {
        return permissions.of(role.name());
    }
}
