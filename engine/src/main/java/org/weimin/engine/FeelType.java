package org.weimin.engine;

import java.util.List;
import java.util.Map;

/** FEEL 类型: a type as FEEL itself has them: what models from elsewhere declare and {@code instance of} asks for. */
public sealed interface FeelType {
    enum Basic implements FeelType {
        ANY,
        NULL,
        NUMBER,
        STRING,
        BOOLEAN,
        DATE,
        TIME,
        DATE_AND_TIME,
        DAYS_AND_TIME_DURATION,
        YEARS_AND_MONTHS_DURATION
    }

    record ListOf(FeelType item) implements FeelType {}

    record Context(Map<String, FeelType> components) implements FeelType {}

    record Function(List<FeelType> parameters, FeelType result) implements FeelType {}

    record RangeOf(FeelType of) implements FeelType {}

    /** A type of which only the values that the cell accepts are allowed. */
    record Restricted(FeelType of, Cell allowed) implements FeelType {}
}
