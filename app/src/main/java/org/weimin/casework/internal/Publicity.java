package org.weimin.casework.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Claim;
import org.weimin.casework.Decision;
import org.weimin.casework.Notice;
import org.weimin.casework.Outcomes;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;

/** Makes the masked list entry of a case: by the pack's allow-list, and past a second look for what must not go out. */
@Component
public class Publicity {
    private final Claimants claimants;
    private final Divisions divisions;
    private final Limits limits;

    Publicity(Claimants claimants, Divisions divisions, Limits limits) {
        this.claimants = claimants;
        this.divisions = divisions;
        this.limits = limits;
    }

    /** All that would be public, exactly as it would hang. */
    public Map<String, String> project(CaseFile file, Notice.Kind kind) {
        String template = limits.edition(file.claim())
                .file("publicity.yaml")
                .orElseThrow(() -> new Refused(
                        "casework.publicity.no-template", file.claim().pack()));
        Map<String, String> projection = PublicityTemplate.read(template, kind).project(whole(file));
        LeakScanner.demandClean(projection.values().stream().collect(Collectors.joining("；")));
        return projection;
    }

    private Map<String, String> whole(CaseFile file) {
        Claim claim = file.claim();
        Money monthly = file.decision()
                .map(Decision::monthly)
                .or(() -> file.assessment().map(made -> Outcomes.monthly(made.outcome())))
                .orElse(Money.ZERO);
        LocalDate from =
                file.decision().map(Decision::effectiveFrom).orElseGet(() -> limits.effectiveFrom(file.claim()));
        var whole = new LinkedHashMap<String, String>();
        // A minor's name is on no list, not even masked.
        whole.put("applicant", claimants.isMinor(claim) ? "" : claimants.name(claim));
        // The name of a body is in its public register.
        whole.put("organisation", claim.subject() instanceof Subject.OfOrganisation ? claimants.name(claim) : "");
        whole.put("community", divisions.shortName(file.claim().area()));
        whole.put("members", Long.toString(claimants.party(claim).counted()));
        whole.put("monthly", monthly.grouped());
        whole.put("startMonth", from.toString().substring(0, 7));
        return whole;
    }
}
