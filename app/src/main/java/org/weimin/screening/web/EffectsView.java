package org.weimin.screening.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.weimin.screening.Affected;
import org.weimin.screening.EffectFilter;
import org.weimin.shell.Option;
import org.weimin.shell.PageOf;
import org.weimin.shell.Texts;

/** One page of the households that a scenario concerns. */
public record EffectsView(
        String title,
        EffectFilter filter,
        PageOf<Row> page,
        List<Option> matters,
        List<Option> kinds,
        List<Option> towns) {
    /** One of them as a line. */
    public record Row(
            String href,
            String name,
            String community,
            String address,
            String matter,
            String kind,
            String badge,
            String receiving,
            org.weimin.kernel.Money before,
            org.weimin.kernel.Money after) {
        public org.weimin.kernel.Money difference() {
            return after.minus(before);
        }
    }

    static Row row(Affected affected, Phrases phrases) {
        var effect = affected.effect();
        return new Row(
                "/households/" + effect.household(),
                affected.name(),
                phrases.area(effect.area().value()),
                affected.address(),
                phrases.matter(effect.matter()),
                Texts.t("screening.whatif.kind." + effect.kind()),
                switch (effect.kind()) {
                    case MORE, NEWLY -> "ok";
                    case LESS, NO_LONGER -> "bad";
                    case SAME, UNCLEAR -> "";
                },
                Texts.t(effect.receiving() ? "screening.whatif.receiving" : "screening.whatif.not-receiving"),
                effect.before(),
                effect.after());
    }

    public String back() {
        return "/whatif/" + filter.scenario();
    }

    /** The address of this list with its filters, for the next page and the workbook. */
    public String url() {
        return "/whatif/" + filter.scenario() + "/households?matter="
                + URLEncoder.encode(filter.matter(), StandardCharsets.UTF_8) + "&kind=" + filter.kind() + "&area="
                + filter.area() + "&receiving=" + filter.receiving();
    }
}
