package org.weimin.facts.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import org.weimin.engine.FactKind;
import org.weimin.engine.FactsDictionary;
import org.weimin.facts.Income;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** How a fact is called and read, from the dictionary of the packs; monthly income from this room's own texts. */
public final class FactWords {
    private static final Supplier<FactsDictionary> DICTIONARY = SingletonSupplier.of(FactsDictionary::fromClassPath);

    private FactWords() {}

    /** A value that the name cannot have is refused; a name that only other rooms know is theirs. */
    public static void check(String name, String value) {
        if (Income.ofItem(name).isPresent()) {
            try {
                Money.yuan(value);
            } catch (ArithmeticException | NumberFormatException malformed) {
                throw new Refused("facts.record.money", value);
            }
        } else {
            DICTIONARY.get().find(name).ifPresent(kind -> kind.parse(value));
        }
    }

    public static String title(String name) {
        return Income.ofItem(name)
                .map(kind -> Texts.t("facts.income." + kind.item()))
                .orElseGet(() -> DICTIONARY
                        .get()
                        .find(name)
                        .map(kind -> kind.title().in(locale()))
                        .orElseGet(() -> Texts.has("facts.name." + name) ? Texts.t("facts.name." + name) : name));
    }

    /** Income first, as people count it, then the dictionary's own order. */
    public static int order(String name) {
        var incomes = java.util.Arrays.stream(Income.values()).map(Income::item).toList();
        if (incomes.contains(name)) {
            return incomes.indexOf(name);
        }
        var names = DICTIONARY.get().list().stream().map(FactKind::name).toList();
        return incomes.size() + (names.contains(name) ? names.indexOf(name) : names.size());
    }

    /** The value as people read it: money grouped, yes and no in words, units behind. */
    public static String shown(String name, String value) {
        Optional<FactKind> kind = DICTIONARY.get().find(name);
        if (Income.ofItem(name).isPresent()
                || kind.map(FactKind::type).filter("money"::equals).isPresent()) {
            return Money.yuan(value).grouped() + " " + Texts.t("shell.yuan");
        }
        return kind.map(known -> shown(known, value)).orElse(value);
    }

    private static String shown(FactKind kind, String value) {
        return switch (kind.type()) {
            case "boolean" -> Texts.t(value.equals("true") ? "shell.yes" : "shell.no");
            case "text" ->
                kind.choices().stream()
                        .filter(choice -> choice.value().equals(value))
                        .findFirst()
                        .map(choice -> choice.title().in(locale()))
                        .orElse(value);
            default -> value + " " + kind.unit();
        };
    }

    /** What may be recorded about a person: monthly income, and what the dictionary knows of members. */
    public static List<Option> ofPersons() {
        var income = java.util.Arrays.stream(Income.values())
                .map(kind -> new Option(kind.item(), Texts.t("facts.income." + kind.item())));
        var totals = java.util.Arrays.stream(Income.values()).map(Income::total).toList();
        var others = DICTIONARY.get().list().stream()
                .filter(FactKind::ofMember)
                .filter(kind -> !totals.contains(kind.name()) && !IDENTITY.contains(kind.name()))
                .map(FactWords::option);
        return java.util.stream.Stream.concat(income, others).toList();
    }

    /** What may be recorded about a household. */
    public static List<Option> ofHouseholds() {
        return DICTIONARY.get().list().stream()
                .filter(kind ->
                        kind.of() == FactKind.Of.HOUSEHOLD && !kind.name().equals("meansCheckConsent"))
                .map(FactWords::option)
                .toList();
    }

    /** These come from the register of people, not from papers. */
    private static final List<String> IDENTITY = List.of("person", "name", "birthDate", "relation");

    private static Option option(FactKind kind) {
        return new Option(kind.name(), kind.title().in(locale()));
    }

    private static Locale locale() {
        return Texts.isEnglish() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
