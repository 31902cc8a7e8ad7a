package org.weimin.policy.web;

import org.weimin.kernel.Refused;
import org.weimin.shell.Texts;

/** A refusal in the words of the request's language, to be shown beside what was typed. */
final class Said {
    private Said() {}

    static String of(Refused refused) {
        return Texts.t(refused.code(), refused.details().toArray());
    }

    /** The same in the other language: whoever sends the file on may read the other one. */
    static String inOtherLanguage(Refused refused) {
        return Texts.in(
                Texts.isEnglish() ? "zh" : "en",
                refused.code(),
                refused.details().toArray());
    }
}
