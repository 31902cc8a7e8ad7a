package org.weimin.engine;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.weimin.kernel.Refused;

/** The engine's sentences, for a command line that has no pages around it: both languages. */
final class EngineTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private EngineTexts() {}

    static Text of(Refused refused) {
        return of(refused.code(), refused.details());
    }

    static Text of(String code, List<Object> details) {
        return new Text(in(Locale.ROOT, code, details), in(Locale.ENGLISH, code, details));
    }

    private static String in(Locale language, String code, List<Object> details) {
        var texts = ResourceBundle.getBundle("messages.engine", language, NO_FALLBACK);
        return texts.containsKey(code) ? MessageFormat.format(texts.getString(code), details.toArray()) : code;
    }
}
