package org.weimin.engine;

import java.util.Map;

/** 假设: whom a question is about (empty: the household), and parameters that are taken to have other values. */
public record Supposing(String person, Map<String, String> parameters) {
    public static final Supposing NOTHING = new Supposing("", Map.of());

    public Supposing {
        parameters = Map.copyOf(parameters);
    }

    /** Other values for a question about the household. */
    public static Supposing that(Map<String, String> parameters) {
        return new Supposing("", parameters);
    }
}
