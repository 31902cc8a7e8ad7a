package org.weimin.portal.web;

import java.util.List;
import java.util.stream.Collectors;
import org.weimin.engine.FactKind;
import org.weimin.engine.Form;
import org.weimin.engine.Text;
import org.weimin.shell.Texts;

/** 空白申请表: the form of a matter on paper, for whoever fills it in at home. */
public record BlankForm(String title, List<Section> sections, List<String> papers, List<String> statements) {
    /** Boxes once for the household, or a column for each member. */
    public record Section(String title, boolean perMember, List<Field> fields) {}

    public record Field(String label, String choices) {
        static Field of(FactKind fact) {
            return new Field(
                    CheckView.in(fact.title()),
                    fact.choices().stream()
                            .map(choice -> CheckView.in(choice.title()))
                            .collect(Collectors.joining(Texts.t("portal.form.or"))));
        }
    }

    static BlankForm of(Text title, Form form) {
        return new BlankForm(
                CheckView.in(title),
                form.sections().stream()
                        .map(section -> new Section(
                                CheckView.in(section.title()),
                                section.perMember(),
                                section.fields().stream()
                                        .map(field -> Field.of(field.fact()))
                                        .toList()))
                        .toList(),
                form.materials().stream()
                        .filter(paper -> !paper.shared())
                        .map(paper -> CheckView.in(paper.title()))
                        .toList(),
                form.statements().stream()
                        .map(statement -> CheckView.in(statement.text()))
                        .toList());
    }
}
