package org.weimin.shell;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.weimin.kernel.Refused;

/** 界面文字: every sentence a page shows, Chinese first with an English twin; {@code messages/<room>[_en].properties}. */
public final class Texts {
    private static final Map<String, String> CHINESE = load(false);
    private static final Map<String, String> ENGLISH = load(true);

    private Texts() {}

    /** The text of the key in the request's language; ICU message format. A missing key shows itself in brackets. */
    public static String t(String key, Object... arguments) {
        return in(language(), key, arguments);
    }

    /** What the rules refused, in the request's language: what is wrong, by which rule, what to do next. */
    public static String t(Refused refused) {
        return t(refused.code(), refused.details().toArray());
    }

    public static String in(String language, String key, Object... arguments) {
        String pattern = (language.equals("en") ? ENGLISH : CHINESE).get(key);
        if (pattern == null) {
            return "[" + key + "]";
        }
        Locale locale = language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return new MessageFormat(pattern, locale).format(arguments);
    }

    public static boolean has(String key) {
        return CHINESE.containsKey(key);
    }

    /** {@code zh} or {@code en}. */
    public static String language() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? "en" : "zh";
    }

    /** Whatever the reader speaks: what a letter says is written in the letter's language. */
    public static <T> T speaking(String language, Supplier<T> work) {
        Locale reader = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(Locale.of(language));
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocale(reader);
        }
    }

    public static boolean isEnglish() {
        return language().equals("en");
    }

    /** Chooses between the two languages of content that a pack or a register carries. */
    public static String either(String chinese, String english) {
        return isEnglish() ? english : chinese;
    }

    /** Dates in tables and on screens: 2026-11-21 in both languages. */
    public static String date(LocalDate day) {
        return day.toString();
    }

    /** 2026年11月 or November 2026. */
    public static String month(YearMonth month) {
        return isEnglish()
                ? month.format(java.time.format.DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH))
                : month.getYear() + "年" + month.getMonthValue() + "月";
    }

    private static Map<String, String> load(boolean english) {
        var texts = new HashMap<String, String>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                String name = String.valueOf(file.getFilename());
                if (name.endsWith("_en.properties") == english) {
                    var properties = new Properties();
                    try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                        properties.load(reader);
                    }
                    properties.forEach((key, value) -> texts.put((String) key, (String) value));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(texts);
    }
}
