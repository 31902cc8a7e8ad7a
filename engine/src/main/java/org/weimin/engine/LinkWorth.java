package org.weimin.engine;

/**
 * 联动效益: what one link saves each time it acts, and how many minutes a month it takes to keep. {@code counted} is
 * what the packs themselves prove, such as a paper that is no longer asked for; everything else is an estimate.
 */
public record LinkWorth(
        String code, int visits, int papers, int days, int upkeepMinutes, boolean counted, Text source) {
    static final LinkWorth NONE = new LinkWorth("", 0, 0, 0, 0, true, Text.NONE);

    static LinkWorth read(Yaml line) {
        return new LinkWorth(
                line.text("code"),
                line.amount("visits"),
                line.amount("papers"),
                line.amount("days"),
                line.amount("upkeepMinutes"),
                line.isTrue("counted"),
                line.bilingual("source"));
    }
}
