package org.weimin.offices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.weimin.engine.ResolvedValue;

/** 达标项: one requirement of the standard held against one office. */
public record Standard(Item item, BigDecimal has, BigDecimal needs, ResolvedValue asked) {
    /** 项目: each has its parameter in {@code packs/_shared/offices.yaml}. */
    public enum Item {
        PEOPLE("leastPeople"),
        RESIDENTS("residentsPerPerson"),
        FULL_TIME("fullTimePercent"),
        COLLEGE("collegePercent"),
        QUALIFIED("qualifiedPercent"),
        ROOMS("squareMetres"),
        WINDOW("window"),
        ARCHIVE("archive"),
        COMPUTERS("computersPerPerson"),
        PRINTERS("printers"),
        FAXES("faxes"),
        AIR_CONDITIONERS("airConditioners"),
        CAMERAS("cameras"),
        NETWORK("network");

        private final String parameter;

        Item(String parameter) {
            this.parameter = parameter;
        }

        public String parameter() {
            return parameter;
        }
    }

    /** Only of residents per person less is better. */
    public boolean isMet() {
        return item == Item.RESIDENTS ? has.compareTo(needs) <= 0 : has.compareTo(needs) >= 0;
    }

    /** What the office has: a figure of its people or of its rooms. */
    static BigDecimal has(Item item, Office office, long residents) {
        Figures figures = office.figures();
        return switch (item) {
            case PEOPLE -> new BigDecimal(figures.people());
            case RESIDENTS ->
                new BigDecimal(residents).divide(new BigDecimal(Math.max(1, figures.people())), 0, RoundingMode.UP);
            case FULL_TIME -> figures.percent(figures.fullTime());
            case COLLEGE -> figures.percent(figures.college());
            case QUALIFIED -> figures.percent(figures.qualified());
            default -> office.premises().map(has -> has(item, has)).orElse(BigDecimal.ZERO);
        };
    }

    private static BigDecimal has(Item item, Premises premises) {
        var equipment = premises.equipment();
        return switch (item) {
            case ROOMS -> premises.rooms().squareMetres();
            case WINDOW -> one(premises.rooms().window());
            case ARCHIVE -> one(premises.rooms().archive());
            case COMPUTERS -> new BigDecimal(equipment.computers());
            case PRINTERS -> new BigDecimal(equipment.printers());
            case FAXES -> new BigDecimal(equipment.faxes());
            case AIR_CONDITIONERS -> new BigDecimal(equipment.airConditioners());
            case CAMERAS -> new BigDecimal(equipment.cameras());
            case NETWORK -> one(equipment.network());
            case PEOPLE, RESIDENTS, FULL_TIME, COLLEGE, QUALIFIED -> throw new IllegalArgumentException("of " + item);
        };
    }

    private static BigDecimal one(boolean there) {
        return there ? BigDecimal.ONE : BigDecimal.ZERO;
    }
}
