package org.weimin.portal.web;

import java.time.LocalDate;
import java.util.List;
import org.weimin.engine.Form;
import org.weimin.engine.LawReference;
import org.weimin.engine.Pack;
import org.weimin.engine.ResolvedValue;
import org.weimin.engine.Text;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.Texts;

/** What a guide page prints, in the order that a resident asks. */
public record GuideView(
        String title,
        List<String> conditions,
        List<String> bring,
        List<String> fetched,
        String deadlineWorkdays,
        String publicityDays,
        Standard standard,
        List<String> law,
        String remedy) {
    /** The standard in force, with its source and whether it is only carried on. */
    public record Standard(String value, String from, String source, boolean carriedOn) {}

    static GuideView of(Pack pack, DivisionCode county, LocalDate today) {
        Form form = pack.editionOn(today).form();
        ResolvedValue standard = pack.value("standard", county, today);
        return new GuideView(
                in(pack.title()),
                pack.matter().conditions().stream()
                        .map(condition -> in(condition.title()))
                        .toList(),
                papers(form, false),
                papers(form, true),
                pack.value("deadlineWorkdays", county, today).value(),
                pack.value("publicityDays", county, today).value(),
                new Standard(standard.value(), standard.from().toString(), standard.source(), standard.carriedOn()),
                pack.matter().law().stream().map(LawReference::toString).toList(),
                pack.remedyOn(today).map(remedy -> in(remedy.text())).orElse(""));
    }

    private static List<String> papers(Form form, boolean shared) {
        return form.materials().stream()
                .filter(paper -> paper.shared() == shared)
                .map(paper -> in(paper.title()))
                .toList();
    }

    private static String in(Text text) {
        return Texts.either(text.zh(), text.en());
    }
}
