package org.weimin.casework.web;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CasePanel;
import org.weimin.kernel.Acting;
import org.weimin.shell.Templates;
import org.weimin.shell.Texts;

/** The sections that the present actor may see, in their order; one that has nothing to say is left out. */
@Component
class CasePanels {
    private final ObjectProvider<CasePanel> panels;
    private final Templates templates;

    CasePanels(ObjectProvider<CasePanel> panels, Templates templates) {
        this.panels = panels;
        this.templates = templates;
    }

    List<CaseView.Section> of(CaseFile file) {
        return panels.stream()
                .filter(panel -> Acting.current().may(panel.permission()))
                .sorted(Comparator.comparingInt(CasePanel::order))
                .map(panel -> new CaseView.Section(
                        Texts.t(panel.titleKey()),
                        new String(
                                templates.render(panel.template(), panel.view().apply(file)), StandardCharsets.UTF_8)))
                .filter(section -> !section.html().isBlank())
                .toList();
    }
}
