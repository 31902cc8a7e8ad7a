package org.weimin.people;

/**
 * 关联: what hangs on the two records in one column of one table.
 *
 * @param table with its room: {@code benefits.entitlement}
 * @param rule what a merge does with it: {@code follows}, {@code stays} and so on
 */
public record Hanging(String table, String column, String rule, long onSurvivor, long onMerged) {
    public boolean stays() {
        return rule.equals("stays");
    }
}
