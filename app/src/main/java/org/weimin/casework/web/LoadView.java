package org.weimin.casework.web;

import java.util.List;
import org.weimin.casework.internal.Load;

/** What lies with each street and each official. */
public record LoadView(List<Line> towns, List<Line> officials) {
    /** {@code asked} narrows a list of cases to this line. */
    public record Line(String name, String asked, Load load) {
        public String href(String list) {
            return "/cases?whose=ALL&list=" + list + "&" + asked;
        }
    }
}
