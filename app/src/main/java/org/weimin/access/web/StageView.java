package org.weimin.access.web;

import java.util.List;
import org.weimin.shell.Option;

/** One of the pages between the password and the desk. */
public record StageView(String to, String error, String secret, String secretUri, List<Option> posts) {
    static StageView of(String to, String error) {
        return new StageView(to, error, "", "", List.of());
    }
}
