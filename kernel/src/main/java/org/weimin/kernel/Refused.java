package org.weimin.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * 拒绝: the rules say no. The code names a text with three parts: what is wrong, by which rule, what to do next.
 * Texts live in {@code messages/<room>.properties}; the room is the first word of the code.
 */
public class Refused extends RuntimeException {
    private final String code;
    private final transient List<Object> details;

    public Refused(String code, Object... details) {
        super(code + Arrays.toString(details));
        this.code = code;
        this.details = List.of(details);
    }

    public String code() {
        return code;
    }

    public List<Object> details() {
        return details;
    }
}
