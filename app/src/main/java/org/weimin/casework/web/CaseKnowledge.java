package org.weimin.casework.web;

import org.springframework.stereotype.Component;
import org.weimin.casework.internal.Claimants;
import org.weimin.casework.internal.Dossier;
import org.weimin.casework.internal.Inquiry;
import org.weimin.casework.internal.Limits;
import org.weimin.eligibility.Eligibility;

/** What the forms of a case show beside their boxes. */
@Component
record CaseKnowledge(Inquiry inquiry, Eligibility eligibility, Dossier dossier, Claimants claimants, Limits limits) {}
