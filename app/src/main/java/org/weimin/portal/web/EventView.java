package org.weimin.portal.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.weimin.engine.LifeEvent;
import org.weimin.engine.Pack;
import org.weimin.engine.SelfCheck;
import org.weimin.shell.Texts;

/** What may help after an event, each matter with what it usually takes. */
public record EventView(String code, String title, List<Help> helps, boolean checkable) {
    private static final int MOST_CONDITIONS = 4;

    /** One matter, and the first of its conditions. */
    public record Help(ServicesView.Matter matter, List<String> conditions, boolean more) {
        /** What is only signed when applying is no condition that one looks for beforehand. */
        static Help of(Pack pack, Set<String> signed) {
            var conditions = pack.matter().conditions().stream()
                    .filter(condition -> !signed.contains(condition.value()))
                    .toList();
            return new Help(
                    ServicesView.Matter.of(pack),
                    conditions.stream()
                            .limit(MOST_CONDITIONS)
                            .map(each ->
                                    Texts.either(each.title().zh(), each.title().en()))
                            .toList(),
                    conditions.size() > MOST_CONDITIONS);
        }
    }

    static EventView of(LifeEvent event, List<Pack> packs, SelfCheck check) {
        Set<String> signed =
                check.supposed().stream().map(line -> line.fact().name()).collect(Collectors.toSet());
        return new EventView(
                event.code(),
                Texts.either(event.title().zh(), event.title().en()),
                packs.stream().map(pack -> Help.of(pack, signed)).toList(),
                packs.stream().anyMatch(pack -> pack.matter().isAid()));
    }
}
