package org.weimin.kernel;

import java.util.regex.Pattern;

/** 事项: the pinyin name of a matter and of its pack folder, such as {@code dibao}. */
public record MatterId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public MatterId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a matter id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
