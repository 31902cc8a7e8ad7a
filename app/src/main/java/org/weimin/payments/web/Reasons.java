package org.weimin.payments.web;

import org.weimin.shell.Texts;

/** The bank's reason codes in words; a code without words is shown as the bank wrote it. */
final class Reasons {
    private Reasons() {}

    static String text(String answer) {
        String code = answer.split(" ", 2)[0];
        String key = "payments.reason." + code;
        return Texts.has(key) ? Texts.t(key) + " (" + answer + ")" : answer;
    }
}
