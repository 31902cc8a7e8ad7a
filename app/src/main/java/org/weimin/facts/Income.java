package org.weimin.facts;

import java.util.Arrays;
import java.util.Optional;

/**
 * 收入项目: what a person earns is recorded as an amount a month; rules ask for the total of their accounting window.
 */
public enum Income {
    WAGE("wage", "wageIncome"),
    BUSINESS("business", "businessIncome"),
    PROPERTY("property", "propertyIncome"),
    TRANSFER("transfer", "transferIncome"),
    BASIC_PENSION("pension", "basicPension"),
    EXEMPT("exempt", "exemptIncome");

    private final String item;
    private final String total;

    Income(String item, String total) {
        this.item = item;
        this.total = total;
    }

    /** The name under which the monthly amount is recorded. */
    public String item() {
        return item;
    }

    /** The name of the total in the facts dictionary. */
    public String total() {
        return total;
    }

    public static Optional<Income> ofItem(String name) {
        return Arrays.stream(values()).filter(kind -> kind.item.equals(name)).findFirst();
    }
}
