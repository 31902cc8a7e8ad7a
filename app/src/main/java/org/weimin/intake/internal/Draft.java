package org.weimin.intake.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.weimin.intake.Ask;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Subject;

/** 草稿: what a clerk has typed for one party and the matters it asks for; nothing of it is submitted yet. */
public record Draft(
        UUID id,
        Subject party,
        List<Ask> asks,
        Map<String, String> answers,
        LocalDate startedOn,
        DivisionCode area,
        int version) {
    public static final String APPLICANT = "applicant";
    public static final String AGENT = "agent";
    public static final String AUTHORISATION = "authorisation";
    public static final String SIGNED_ON = "signedOn";
    public static final String EVIDENCE = "evidence";

    public Draft {
        asks = List.copyOf(asks);
        answers = Map.copyOf(answers);
    }

    public String answer(String key) {
        return answers.getOrDefault(key, "");
    }

    /** The clerk has been through this part of the form. */
    public boolean hasDone(String part) {
        return answers.containsKey("done." + part);
    }

    /** The same draft, as if this had been typed as well. */
    public Draft with(Map<String, String> given) {
        var typed = new java.util.HashMap<>(answers);
        typed.putAll(given);
        return new Draft(id, party, asks, typed, startedOn, area, version);
    }
}
