package org.weimin.intake.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;

/** 草稿: what a clerk has typed for one household and matter; nothing of it is submitted yet. */
public record Draft(
        UUID id,
        HouseholdId household,
        MatterId matter,
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
        answers = Map.copyOf(answers);
    }

    public String answer(String key) {
        return answers.getOrDefault(key, "");
    }

    /** The clerk has been through this part of the form. */
    public boolean hasDone(String part) {
        return answers.containsKey("done." + part);
    }
}
