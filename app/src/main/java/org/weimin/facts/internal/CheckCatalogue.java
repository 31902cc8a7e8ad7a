package org.weimin.facts.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.weimin.engine.CheckItem;
import org.weimin.engine.CheckItems;
import org.weimin.engine.FactKind;
import org.weimin.engine.Text;
import org.weimin.facts.Income;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.Texts;

/** 核对目录: what can be asked of whom, by the names under which this room records it. */
@Component
public class CheckCatalogue {
    private final CheckItems items = CheckItems.fromClassPath();

    public CheckItem get(String id) {
        return items.get(id);
    }

    public List<CheckItem> list() {
        return items.list();
    }

    public List<CheckItem> neededFor(Set<String> facts) {
        return items.neededFor(facts);
    }

    public Optional<CheckItem.Bureau> bureau(String id) {
        return items.list().stream()
                .map(CheckItem::bureau)
                .filter(bureau -> bureau.id().equals(id))
                .findFirst();
    }

    /** The items that can answer what a material would prove. */
    public List<CheckItem> replacing(String material) {
        return items.list().stream()
                .filter(item -> item.replaces().contains(material))
                .toList();
    }

    /** The items that add into one fact of the household. */
    List<CheckItem> adding(FactKind fact) {
        return items.list().stream()
                .filter(item -> item.factNames().contains(fact.name()))
                .toList();
    }

    int validDays(DivisionCode area, LocalDate asOf) {
        return items.validDays(area, asOf);
    }

    /** Income is asked for as a total of months and recorded as an amount a month. */
    public static String recordedAs(FactKind fact) {
        return income(fact).map(Income::item).orElse(fact.name());
    }

    static Optional<Income> income(FactKind fact) {
        return Arrays.stream(Income.values())
                .filter(kind -> kind.total().equals(fact.name()))
                .findFirst();
    }

    public static String in(Text text) {
        return text.in(Texts.isEnglish() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }
}
