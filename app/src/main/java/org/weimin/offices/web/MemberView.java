package org.weimin.offices.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weimin.shell.Option;

/**
 * What the form of one person prints: as it was typed, with what is wrong beside its field.
 *
 * @param member empty for somebody new
 */
public record MemberView(
        String office,
        String officeName,
        String member,
        String name,
        Map<String, String> typed,
        Map<String, List<Option>> choices,
        Wrong wrong,
        Leaving leaving) {
    private static final Set<String> ONLY_WHEN_NEW = Set.of("name", "birth", "until");

    /** Of which field what is said, or of none. */
    public record Wrong(String field, String words) {
        static final Wrong NOTHING = new Wrong("", "");
    }

    /** Whether somebody may still leave, from which day, and what is wrong with that day. */
    public record Leaving(boolean possible, String on, String error) {}

    public boolean fresh() {
        return member.isEmpty();
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public String error(String field) {
        return wrong.field().equals(field) ? wrong.words() : "";
    }

    public List<Option> choice(String field) {
        return choices.getOrDefault(field, List.of());
    }

    /** What is wrong with a field that the form does not show, or with none. */
    public String fault() {
        boolean shown = fresh() || !ONLY_WHEN_NEW.contains(wrong.field());
        return shown && !wrong.field().isEmpty() ? "" : wrong.words();
    }

    public String action() {
        return "/offices/" + office + "/people" + (fresh() ? "" : "/" + member);
    }
}
