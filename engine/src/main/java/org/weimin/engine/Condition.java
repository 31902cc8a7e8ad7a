package org.weimin.engine;

import java.util.List;

/**
 * 认定条件: one condition of a matter, named after the refusal it produces. {@code value} and {@code limit} name
 * results or parameters that the explanation prints beside each other; {@code parameters} gave the limit.
 */
public record Condition(
        String id,
        String refusal,
        Text title,
        Text refusalText,
        String value,
        String limit,
        List<String> parameters,
        Text hint) {
    static Condition read(Yaml yaml) {
        return new Condition(
                yaml.text("id"),
                yaml.text("refusal"),
                yaml.bilingual("title"),
                yaml.bilingual("refusalText"),
                yaml.text("value", ""),
                yaml.text("limit", ""),
                yaml.texts("parameters"),
                yaml.bilingual("hint"));
    }
}
