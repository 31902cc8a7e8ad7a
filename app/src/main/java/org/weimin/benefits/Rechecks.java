package org.weimin.benefits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.benefits.Recheck.Which;
import org.weimin.benefits.internal.RecheckStore;
import org.weimin.benefits.internal.ReviewStore;
import org.weimin.casework.Casework;
import org.weimin.casework.OpenRecheck;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.shell.PageOf;

/** 定期核查、动态调整: which aid has to be looked at again, and the one road on which that is done. */
@Service
@Transactional
public class Rechecks {
    private final RecheckStore rechecks;
    private final ReviewStore reviews;
    private final Benefits benefits;
    private final Casework casework;
    private final Audit audit;
    private final BusinessClock clock;

    Rechecks(
            RecheckStore rechecks,
            ReviewStore reviews,
            Benefits benefits,
            Casework casework,
            Audit audit,
            BusinessClock clock) {
        this.rechecks = rechecks;
        this.reviews = reviews;
        this.benefits = benefits;
        this.casework = casework;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Recheck get(UUID id) {
        return rechecks.find(id).orElseThrow(() -> new NotFound(id));
    }

    /** What is due first stands first. */
    @Transactional(readOnly = true)
    public PageOf<Recheck> list(Which which, int page) {
        return rechecks.list(which, page);
    }

    @Transactional(readOnly = true)
    public Map<Which, Long> counts() {
        return rechecks.counts();
    }

    @Transactional(readOnly = true)
    public long count(Which which) {
        return rechecks.count(which);
    }

    /** Puts on the list what falls due; what is on it already stays as it is. */
    public void plan(LocalDate day) {
        for (ReviewStore.Line line : reviews.lines()) {
            reviews.begin(line, day);
            reviews.plan(line, day);
        }
    }

    /** 随机抽查: the lot falls on a share of everything that is received. */
    public void draw(LocalDate day) {
        reviews.lines().forEach(line -> reviews.draw(line, day, Ids.secret()));
    }

    /** One case answers everything that is asked about the same aid. */
    public CaseFileId open(UUID id, PersonId payee, String ground) {
        Recheck asked = get(id);
        if (asked.caseFile().isPresent()) {
            throw new Refused("benefits.recheck.opened");
        }
        return open(asked.aid(), payee, ground);
    }

    /** 情况变化报告: the household says that something changed; what follows from it goes the same road. */
    public CaseFileId report(Subject subject, EntitlementId entitlement, PersonId payee, String ground) {
        Entitlement received = benefits.of(subject).stream()
                .filter(each -> each.id().equals(entitlement) && each.until().isEmpty())
                .findFirst()
                .orElseThrow(() -> new NotFound(entitlement));
        UUID asked = rechecks.add(received, Recheck.Reason.REPORTED, clock.today());
        return open(get(asked).aid(), payee, ground);
    }

    /** Something happened on the day; asked for the same reason of the same day before it is that one. */
    public UUID ask(Entitlement received, Recheck.Reason reason, LocalDate on) {
        return rechecks.add(received, reason, on);
    }

    /** What was asked for turned out not to be so. */
    public void withdraw(UUID id) {
        rechecks.withdraw(id);
    }

    /** What the case answers. */
    @Transactional(readOnly = true)
    public List<UUID> answeredBy(CaseFileId caseFile) {
        return rechecks.answeredBy(caseFile);
    }

    /** 核查转来: an auditor asks for aid to be looked at again; it waits on the list as everything else does. */
    public void audited(Subject subject, EntitlementId entitlement) {
        Entitlement received = benefits.of(subject).stream()
                .filter(each -> each.id().equals(entitlement) && each.until().isEmpty())
                .findFirst()
                .orElseThrow(() -> new Refused("benefits.recheck.ended"));
        rechecks.add(received, Recheck.Reason.AUDITED, clock.today());
    }

    /** What the household told by itself waits on the list until somebody has looked into it. */
    public void ask(Entitlement received) {
        rechecks.add(received, Recheck.Reason.REPORTED, clock.today());
    }

    /** 分类: how often this aid is looked at from now on. */
    public void classify(UUID id, String reviewClass, String why) {
        Recheck.Aid aid = get(id).aid();
        if (!List.of("A", "B", "C").contains(reviewClass)) {
            throw new NotFound(reviewClass);
        }
        if (why.isBlank()) {
            throw new Refused("benefits.review.no-reason");
        }
        reviews.classify(aid, reviewClass, clock.today());
        audit.changed(
                "review.classified", aid.subject().id(), aid.area().value(), Map.of("class", reviewClass, "why", why));
    }

    private CaseFileId open(Recheck.Aid aid, PersonId payee, String ground) {
        Entitlement received = benefits.live(aid.subject(), aid.matter(), YearMonth.from(clock.today()))
                .orElseThrow(() -> new Refused("benefits.recheck.ended"));
        var opened =
                casework.openRecheck(new OpenRecheck(aid.subject(), aid.matter(), payee, received.monthly(), ground));
        rechecks.start(aid.entitlement(), opened);
        return opened;
    }
}
