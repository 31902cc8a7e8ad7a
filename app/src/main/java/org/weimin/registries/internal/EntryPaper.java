package org.weimin.registries.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.engine.FactKind;
import org.weimin.engine.FactsDictionary;
import org.weimin.engine.Text;
import org.weimin.facts.FactBox;
import org.weimin.kernel.Refused;
import org.weimin.policy.Policy;
import org.weimin.registries.RegisterEntry;

/** 证件: the template of the entry's edition, and what stands in its places. Papers are printed in Chinese. */
@Component
public class EntryPaper {
    private final Policy policy;

    EntryPaper(Policy policy) {
        this.policy = policy;
    }

    public String template(RegisterEntry entry) {
        String path = entry.origin().template();
        return policy.pack(entry.origin().matter())
                .editionOn(entry.origin().edition())
                .file(path)
                .orElseThrow(() -> new Refused("registries.no-template", path));
    }

    public Map<String, String> fields(RegisterEntry entry) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", entry.heading().title().zh());
        fields.put("number", entry.heading().number());
        fields.put("office", entry.origin().office());
        fields.put("holder", entry.holder().name());
        fields.put("identity", entry.holder().identity());
        fields.put("matter", policy.pack(entry.origin().matter()).title().zh());
        fields.put("registeredOn", day(entry.registeredOn()));
        fields.put("validity", validity(entry));
        fields.put("articles", entry.origin().articles());
        fields.put("caseNumber", entry.origin().caseNumber());
        order(entry).forEach(name -> fields.put(name, shown(entry, name).zh()));
        fields.put(
                "fields",
                order(entry).stream()
                        .map(name -> label(name).zh() + "：" + shown(entry, name).zh())
                        .collect(Collectors.joining("\n")));
        return fields;
    }

    /** In the order of the dictionary: a stored mapping has none. */
    public List<String> order(RegisterEntry entry) {
        var known = dictionary().list().stream()
                .map(FactKind::name)
                .filter(entry.fields()::containsKey)
                .toList();
        return Stream.concat(
                        known.stream(),
                        entry.fields().keySet().stream()
                                .filter(name -> !known.contains(name))
                                .sorted())
                .toList();
    }

    public Text label(String name) {
        return dictionary().find(name).map(FactKind::title).orElseGet(() -> Text.same(name));
    }

    /** How a correction is asked for; a fact that the dictionary has dropped is free text. */
    public FactBox box(String name) {
        return dictionary().find(name).map(FactBox::of).orElseGet(() -> new FactBox("text", List.of()));
    }

    /** The value as a person reads it. */
    public Text shown(RegisterEntry entry, String name) {
        String value = entry.fields().getOrDefault(name, "");
        return dictionary().find(name).map(kind -> kind.show(kind.parse(value))).orElseGet(() -> Text.same(value));
    }

    private FactsDictionary dictionary() {
        return policy.packs().dictionary();
    }

    private static String validity(RegisterEntry entry) {
        return entry.valid().until().map(until -> "至" + day(until.minusDays(1))).orElse("长期");
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
