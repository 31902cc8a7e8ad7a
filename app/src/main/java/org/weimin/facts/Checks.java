package org.weimin.facts;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.engine.CheckItem;
import org.weimin.facts.CheckRequest.Status;
import org.weimin.facts.internal.Answering;
import org.weimin.facts.internal.Asking;
import org.weimin.facts.internal.CheckCatalogue;
import org.weimin.facts.internal.CheckRecords;
import org.weimin.facts.internal.Settling;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;

/** 核对: the front desk to the registers of other bureaus. */
@Service
@Transactional
public class Checks {
    private final Asking asking;
    private final Answering answering;
    private final Settling settling;
    private final CheckRecords records;
    private final CheckCatalogue catalogue;
    private final BusinessClock clock;

    Checks(
            Asking asking,
            Answering answering,
            Settling settling,
            CheckRecords records,
            CheckCatalogue catalogue,
            BusinessClock clock) {
        this.asking = asking;
        this.answering = answering;
        this.settling = settling;
        this.records = records;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The items that answer any of these facts, and those that are always asked. */
    public List<CheckItem> neededFor(Set<String> facts) {
        return catalogue.neededFor(facts);
    }

    public CheckItem item(String id) {
        return catalogue.get(id);
    }

    /** Plans the questions; what an earlier case found and still holds is not asked again. Returns what is new. */
    public List<CheckRequest> ask(AskBureaus command) {
        List<CheckRequest> made = asking.ask(command);
        made.stream().filter(each -> each.status() == Status.ANSWERED).forEach(answering::reuse);
        return made;
    }

    public List<CheckRequest> ofCase(CaseFileId caseFile) {
        return records.requests(caseFile);
    }

    /** Unsettled first. */
    public List<CheckConflict> conflictsOf(CaseFileId caseFile) {
        return records.conflicts(caseFile);
    }

    public CheckConflict conflict(UUID id) {
        return records.conflict(id);
    }

    public CheckConflict settle(SettleConflict command) {
        return settling.settle(command);
    }

    /** Nobody assesses or decides over a difference that is not settled. */
    public void demandSettled(CaseFileId caseFile) {
        int open = records.countOpenConflicts(caseFile);
        if (open > 0) {
            throw new Refused("facts.conflict.open", open);
        }
    }

    /** The case is over: what was not answered is not needed any more, and an answer that comes is not taken. */
    public void close(CaseFileId caseFile) {
        records.closeOpenOf(caseFile);
    }

    /**
     * 社会救助法 第六十二条: what a bureau can be asked is not demanded from the resident, unless it was asked and failed,
     * is late, or says something else than the resident.
     */
    public void demandMayBeDemanded(CaseFileId caseFile, String material) {
        List<CheckItem> items = catalogue.replacing(material);
        List<String> ids = items.stream().map(CheckItem::id).toList();
        boolean inVain = records.requests(caseFile).stream()
                        .filter(each -> ids.contains(each.item().id()))
                        .anyMatch(each -> each.status() == Status.FAILED || each.isLateOn(clock.today()))
                || records.conflicts(caseFile).stream()
                        .anyMatch(each ->
                                ids.contains(each.request().item().id()) && each.status() != CheckConflict.Status.MOOT);
        if (!items.isEmpty() && !inVain) {
            throw new Refused(
                    "facts.share.demanded",
                    CheckCatalogue.in(items.getFirst().title()),
                    CheckCatalogue.in(items.getFirst().bureau().title()));
        }
    }
}
