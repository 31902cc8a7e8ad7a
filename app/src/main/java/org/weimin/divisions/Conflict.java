package org.weimin.divisions;

import java.util.List;

/**
 * 冲突: something that does not fit in the new drawing; {@code key} names the sentence that says what to do.
 *
 * @param blocks nothing goes on before it is settled; the others only want to be known
 */
public record Conflict(boolean blocks, String key, List<String> details) {
    public Conflict {
        details = List.copyOf(details);
    }

    public static Conflict blocks(String key, Object... details) {
        return new Conflict(
                true, key, List.of(details).stream().map(String::valueOf).toList());
    }

    public static Conflict mind(String key, Object... details) {
        return new Conflict(
                false, key, List.of(details).stream().map(String::valueOf).toList());
    }
}
