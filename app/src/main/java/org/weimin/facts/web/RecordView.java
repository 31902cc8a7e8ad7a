package org.weimin.facts.web;

import java.util.List;
import org.weimin.shell.Option;

/** What the form for one fact prints. */
public record RecordView(
        String household,
        String label,
        String subject,
        String name,
        String value,
        String from,
        String source,
        String evidence,
        List<Option> names,
        String error) {
    public List<Option> sources() {
        return RecordPage.sources();
    }
}
