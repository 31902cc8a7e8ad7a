package org.weimin.screening.internal;

import org.weimin.kernel.DivisionCode;

/** 批次: neighbouring areas that are read and judged together, the last one included. */
record Slice(DivisionCode first, DivisionCode last, int households) {
    /** As a condition on a column {@code area}; digits only, so that it may stand in the text of a COPY. */
    String condition() {
        return "area >= '" + first + "' AND area <= '" + last + "'";
    }
}
