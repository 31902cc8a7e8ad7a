package org.weimin.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weimin.kernel.Refused;

/** 版本: a matter's rules, form, process and letters as the law stood from one day on. */
public final class Edition {
    private final LocalDate from;
    private final Map<String, String> files;
    private final @Nullable Rules rules;
    private final Form form;
    private final Questionnaire questionnaire;
    private volatile @Nullable String version;

    Edition(LocalDate from, Map<String, String> files, @Nullable Rules rules, Form form, Questionnaire asked) {
        this.from = from;
        this.files = Map.copyOf(files);
        this.rules = rules;
        this.form = form;
        this.questionnaire = asked;
    }

    public LocalDate from() {
        return from;
    }

    /** A file of the edition's folder, such as {@code process.bpmn} or {@code letters/granted.html}. */
    public Optional<String> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    public Form form() {
        return form;
    }

    /** What is asked and looked at on a visit. */
    public Questionnaire questionnaire() {
        return questionnaire;
    }

    /** The rules as a page prints them; empty for a matter that is judged by another one's rules. */
    public List<RuleBlock> outline() {
        return rules == null ? List.of() : RuleBlock.of(rules);
    }

    /** The hash of what the answers of this edition depend on, worked out once: none of it ever changes. */
    String version(Supplier<String> hash) {
        String known = version;
        if (known == null) {
            known = hash.get();
            version = known;
        }
        return known;
    }

    /** Whether the matter is judged by rules of its own. */
    public boolean hasRules() {
        return rules != null;
    }

    public Rules rules() {
        if (rules == null) {
            throw new Refused("engine.no-rules", from.toString());
        }
        return rules;
    }
}
