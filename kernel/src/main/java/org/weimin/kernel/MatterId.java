package org.weimin.kernel;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** 事项: the pinyin name of a matter and of its pack folder, such as {@code dibao}. */
public record MatterId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public MatterId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a matter id: " + value);
        }
    }

    /** The fact that says who receives the matter: {@code canji-huli} is received as {@code receivesCanjiHuli}. */
    public String receivedFact() {
        return Arrays.stream(value.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", "receives", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}
