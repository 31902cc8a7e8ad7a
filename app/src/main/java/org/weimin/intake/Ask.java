package org.weimin.intake;

import java.util.UUID;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Subject;

/** 申请事项: one matter that is asked for, and for whom: the household, one of its members, an organisation. */
public record Ask(MatterId matter, Subject subject) {
    private static final int PARTS = 3;

    /** As it stands in a form and in an address. */
    public String key() {
        return matter + "." + subject.kind() + "." + subject.id();
    }

    public static Ask parse(String key) {
        String[] parts = key.split("\\.", -1);
        if (parts.length != PARTS) {
            throw new NotFound(key);
        }
        try {
            return new Ask(new MatterId(parts[0]), Subject.of(parts[1], UUID.fromString(parts[2])));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(key);
        }
    }
}
