package org.weimin.intake.internal;

import java.util.List;
import java.util.Optional;
import org.weimin.engine.FactKind;
import org.weimin.engine.Text;
import org.weimin.facts.FactItem;
import org.weimin.facts.Income;
import org.weimin.kernel.Subject;

/** 表单页: one section of the form, for the party or for each of its people. */
public record Sheet(String id, Text title, List<Block> blocks) {
    /** The fields of one person; of the party where {@code who} is empty. */
    public record Block(String who, List<Entry> entries) {}

    /**
     * One field: what is known, what was typed, and what stands in the box.
     *
     * @param income where the field is a kind of income, which is asked by the month
     */
    public record Entry(
            String key,
            Subject subject,
            FactKind kind,
            Optional<Income> income,
            boolean required,
            Optional<FactItem> known,
            String value) {
        /** The name under which the answer is recorded. */
        public String factName() {
            return income.map(Income::item).orElse(kind.name());
        }

        public boolean isMissing() {
            return required && value.isBlank();
        }

        /** What was typed says something that no record says yet. */
        public boolean isNews() {
            return !value.isBlank()
                    && known.filter(item -> item.value().equals(value)).isEmpty();
        }
    }

    public boolean isComplete() {
        return blocks.stream().flatMap(block -> block.entries().stream()).noneMatch(Entry::isMissing);
    }

    public List<Entry> entries() {
        return blocks.stream().flatMap(block -> block.entries().stream()).toList();
    }
}
