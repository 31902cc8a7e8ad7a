package org.weimin.casework.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Claim;
import org.weimin.engine.Edition;
import org.weimin.kernel.Refused;
import org.weimin.policy.Policy;

/** Says what comes next in a case, by the process of the edition under which the case was opened. */
@Component
public class Workflow {
    private record Key(org.weimin.kernel.MatterId pack, java.time.LocalDate edition) {}

    private final Policy policy;
    private final Map<Key, Course> courses = new ConcurrentHashMap<>();

    Workflow(Policy policy) {
        this.policy = policy;
    }

    public Course course(Claim claim) {
        return courses.computeIfAbsent(new Key(claim.pack(), claim.edition()), key -> {
            Edition edition = policy.pack(key.pack()).editionOn(key.edition());
            return Course.parse(edition.file("process.bpmn")
                    .orElseThrow(() -> new Refused("casework.process.missing", key.pack(), key.edition())));
        });
    }

    /** The step after the present one, when that one ended with the outcome. */
    String next(CaseFile file, String outcome) {
        return course(file.claim()).next(file.step(), outcome).id();
    }
}
