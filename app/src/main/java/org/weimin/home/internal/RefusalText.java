package org.weimin.home.internal;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.weimin.kernel.Refused;

/** A refusal as the command line prints it: both languages, from the room's own texts. */
public final class RefusalText {
    private RefusalText() {}

    public static String of(Refused refused) {
        return in(Locale.ROOT, refused) + System.lineSeparator() + in(Locale.ENGLISH, refused);
    }

    private static String in(Locale language, Refused refused) {
        String room = refused.code().substring(0, Math.max(0, refused.code().indexOf('.')));
        try {
            var texts = ResourceBundle.getBundle(
                    "messages." + room,
                    language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return MessageFormat.format(
                    texts.getString(refused.code()), refused.details().toArray());
        } catch (MissingResourceException untold) {
            return refused.code();
        }
    }
}
