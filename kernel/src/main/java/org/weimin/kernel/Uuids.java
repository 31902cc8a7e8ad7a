package org.weimin.kernel;

import java.util.UUID;

/** Reads ids that come from outside: a malformed one is simply nothing we have. */
final class Uuids {
    private Uuids() {}

    static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(text);
        }
    }
}
