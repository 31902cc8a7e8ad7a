package org.weimin.offices;

import java.math.BigDecimal;

/**
 * 工作量: what lies with an office, a person or a village today.
 *
 * @param open open cases
 * @param points everything together, each case by how long its matter takes here
 */
public record Load(int villages, long residents, long recipients, long open, BigDecimal points) {
    public static final Load NOTHING = new Load(0, 0, 0, 0, BigDecimal.ZERO);

    public Load plus(Load other) {
        return new Load(
                villages + other.villages,
                residents + other.residents,
                recipients + other.recipients,
                open + other.open,
                points.add(other.points));
    }
}
