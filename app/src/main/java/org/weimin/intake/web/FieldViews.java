package org.weimin.intake.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.facts.FactBox;
import org.weimin.intake.internal.Draft;
import org.weimin.intake.internal.Sheet;
import org.weimin.kernel.Refused;
import org.weimin.shell.Texts;

/** Turns the fields of a pack's form into boxes, and what was typed into words. */
@Component
class FieldViews {
    ApplyView.Section section(Draft draft, Sheet sheet, Map<String, String> errors) {
        var blocks = sheet.blocks().stream()
                .map(block -> new ApplyView.Block(
                        block.who(),
                        block.entries().stream()
                                .map(entry -> field(entry, errors.getOrDefault(entry.key(), "")))
                                .toList()))
                .toList();
        return new ApplyView.Section(
                Place.of(draft.id()),
                sheet.id(),
                Texts.either(sheet.title().zh(), sheet.title().en()),
                blocks,
                !errors.isEmpty());
    }

    /** What is wrong with what was typed, by the box. */
    Map<String, String> errors(Sheet sheet) {
        var errors = new LinkedHashMap<String, String>();
        for (Sheet.Entry entry : sheet.entries()) {
            fault(entry).ifPresent(fault -> errors.put(entry.key(), fault));
        }
        return errors;
    }

    /** What was typed, as a person reads it. */
    String shown(Sheet.Entry entry) {
        if (entry.value().isBlank()) {
            return Texts.t("intake.blank");
        }
        if (entry.income().isPresent()) {
            return entry.value() + " " + Texts.t("intake.yuan-a-month");
        }
        var text = entry.kind().show(entry.kind().parse(entry.value()));
        return Texts.either(text.zh(), text.en());
    }

    String label(Sheet.Entry entry) {
        return entry.income()
                .map(income -> Texts.t("intake.income." + income.item()))
                .orElseGet(() -> Texts.either(
                        entry.kind().title().zh(), entry.kind().title().en()));
    }

    String source(Sheet.Entry entry) {
        return entry.known()
                .filter(item -> item.value().equals(entry.value()))
                .map(item -> Texts.t("intake.source." + item.source()))
                .orElse("");
    }

    private ApplyView.Field field(Sheet.Entry entry, String error) {
        FactBox box = FactBox.of(entry.kind());
        return new ApplyView.Field(
                entry.key(),
                label(entry),
                hint(entry),
                entry.income().isPresent() ? "money" : box.kind(),
                box.options(),
                entry.value(),
                source(entry),
                entry.required(),
                error);
    }

    private static String hint(Sheet.Entry entry) {
        if (entry.income().isPresent()) {
            return Texts.t("intake.income.hint");
        }
        String absent = entry.kind()
                .absent()
                .map(absence -> Texts.t(
                        "intake.if-blank",
                        Texts.either(absence.because().zh(), absence.because().en())))
                .orElse("");
        String hint = Texts.either(entry.kind().hint().zh(), entry.kind().hint().en());
        return hint.isEmpty() ? absent : hint;
    }

    private static Optional<String> fault(Sheet.Entry entry) {
        if (entry.isMissing()) {
            return Optional.of(Texts.t("intake.field.required"));
        }
        if (entry.value().isBlank()) {
            return Optional.empty();
        }
        try {
            entry.kind().parse(entry.value());
            return isMoney(entry) && hasMoreThanFen(entry.value())
                    ? Optional.of(Texts.t("intake.field.fen"))
                    : Optional.empty();
        } catch (Refused wrong) {
            return Optional.of(Texts.t("intake.field." + (isNumber(entry) ? "number" : "value")));
        }
    }

    private static boolean isNumber(Sheet.Entry entry) {
        return isMoney(entry) || entry.kind().type().equals("number");
    }

    private static boolean isMoney(Sheet.Entry entry) {
        return entry.kind().type().equals("money");
    }

    private static boolean hasMoreThanFen(String value) {
        return new java.math.BigDecimal(value.strip()).stripTrailingZeros().scale() > 2;
    }
}
