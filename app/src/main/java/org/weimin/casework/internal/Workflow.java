package org.weimin.casework.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Claim;
import org.weimin.casework.Standing;
import org.weimin.engine.Edition;
import org.weimin.engine.Pack;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.policy.Policy;

/** Says what comes next in a case, by the process of the edition under which the case was opened. */
@Component
public class Workflow {
    /** The process that a matter names, or the one by which all aid is looked at again. */
    private record Key(MatterId pack, LocalDate edition, String file) {}

    /** Aid that is looked at again goes the same way in every matter. */
    private static final String AGAIN = "recheck.bpmn";

    private final Policy policy;
    private final Limits limits;
    private final Claimants claimants;
    private final Map<Key, Course> courses = new ConcurrentHashMap<>();

    Workflow(Policy policy, Limits limits, Claimants claimants) {
        this.policy = policy;
        this.limits = limits;
        this.claimants = claimants;
    }

    public Course course(CaseFile file) {
        return course(file.claim(), file.standing());
    }

    Course course(Claim claim, Standing standing) {
        boolean again = claim.acts() == Pack.Acts.CHANGE || standing.corrects().isPresent();
        return course(claim, again ? AGAIN : "process.bpmn");
    }

    private Course course(Claim claim, String bpmn) {
        return courses.computeIfAbsent(new Key(claim.pack(), claim.edition(), bpmn), key -> {
            Edition edition = policy.pack(key.pack()).editionOn(key.edition());
            return Course.parse(edition.file(key.file())
                    .orElseThrow(() -> new Refused("casework.process.missing", key.pack(), key.edition())));
        });
    }

    /** The step after the present one, when that one ended with the outcome. */
    String next(CaseFile file, String outcome) {
        Course course = course(file);
        String next = course.next(file.step(), outcome).id();
        return next.equals("publicity") && !hangs(file.claim())
                ? course.next(next, "quiet").id()
                : next;
    }

    /** A child is on no list, and where the place sets no days there is none. */
    private boolean hangs(Claim claim) {
        boolean child = claim.subject() instanceof Subject.OfPerson && claimants.isMinor(claim);
        return !child && limits.number(claim, "publicityDays") > 0;
    }
}
