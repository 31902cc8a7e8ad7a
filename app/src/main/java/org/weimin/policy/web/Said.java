package org.weimin.policy.web;

import org.weimin.kernel.Refused;
import org.weimin.shell.Texts;

/** A refusal in the words of the request's language, to be shown beside what was typed. */
final class Said {
    private Said() {}

    /** A pack's fault without its place, which stands beside it. */
    static String withoutPlace(Refused refused, String said) {
        String place = refused.details().isEmpty()
                ? ""
                : String.valueOf(refused.details().getFirst());
        return place.isEmpty() || !said.startsWith(place)
                ? said
                : said.substring(place.length()).replaceFirst("^[:：]\\s*", "");
    }

    /** The same in the other language: whoever sends the file on may read the other one. */
    static String inOtherLanguage(Refused refused) {
        return Texts.in(
                Texts.isEnglish() ? "zh" : "en",
                refused.code(),
                refused.details().toArray());
    }
}
