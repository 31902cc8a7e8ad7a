package org.weimin.engine;

import java.util.Locale;

/** 双语文字: one text of a pack in Chinese, which binds, and in English, which explains. */
public record Text(String zh, String en) {
    public static final Text NONE = new Text("", "");

    /** The same in both languages, such as a number or a name. */
    public static Text same(String text) {
        return new Text(text, text);
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }

    /** Fills {@code {value}} and {@code {limit}} alike in both languages. */
    Text with(String key, String value) {
        return new Text(zh.replace("{" + key + "}", value), en.replace("{" + key + "}", value));
    }
}
