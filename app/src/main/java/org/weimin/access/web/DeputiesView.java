package org.weimin.access.web;

import java.util.List;
import org.weimin.shell.Option;

/** Whom one may ask to stand in, and what has been lent by and to whoever looks. */
public record DeputiesView(List<Option> candidates, String today, List<Line> given, List<Line> taken) {
    public record Line(String id, String text) {}
}
