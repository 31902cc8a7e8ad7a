package org.weimin.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PairId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.internal.DuplicateRunStore;
import org.weimin.people.internal.DuplicateStore;
import org.weimin.shell.PageOf;

/** 疑似重复人员: pairs of records that may be one resident. Finds and explains; {@link Merging} makes them one. */
@Service
@Transactional
public class Duplicates {
    private final DuplicateStore pairs;
    private final DuplicateRunStore runs;
    private final People people;
    private final BusinessClock clock;
    private final Audit audit;

    Duplicates(DuplicateStore pairs, DuplicateRunStore runs, People people, BusinessClock clock, Audit audit) {
        this.pairs = pairs;
        this.runs = runs;
        this.people = people;
        this.clock = clock;
        this.audit = audit;
    }

    /** Asks for a comparison of all residents of the place; a job works it. Asking twice is asking once. */
    public DuplicateRun ask(DivisionCode place) {
        return runs.ask(place, Acting.current() instanceof Actor.Staff staff ? staff.name() : "");
    }

    /** What weighs how much in this place, for the definition on the page. */
    public List<DuplicateRun.Learnt> definition(DivisionCode place) {
        return runs.learnt(place);
    }

    /** Counties in which somebody is new since they were last compared. */
    public List<DuplicateRun> askForNews() {
        return runs.countiesWithNews().stream().map(this::ask).toList();
    }

    /** The last comparison in which the residents of the place were. */
    public Optional<DuplicateRun> lastRun(DivisionCode place) {
        return runs.last(place);
    }

    public PageOf<DuplicatePair> list(DuplicateFilter filter, int page) {
        return pairs.list(filter, page, PageOf.SIZE);
    }

    /** The whole list, for a workbook; written to the audit record. */
    public List<DuplicatePair> export(DuplicateFilter filter, int most) {
        List<DuplicatePair> rows = pairs.list(filter, 1, most).rows();
        rows.stream()
                .findFirst()
                .ifPresent(
                        first -> audit.looked("duplicates", "pair", first.id().value(), "export × " + rows.size()));
        return rows;
    }

    public DuplicatePair get(PairId id) {
        return pairs.find(id).orElseThrow(() -> new NotFound(id));
    }

    /** To lay two records side by side is to look at both. Says at which digits their identity numbers differ. */
    public List<Integer> lookAt(DuplicatePair pair) {
        String one = people.identityNumber(pair.one(), "查重比对").value();
        String other = people.identityNumber(pair.other(), "查重比对").value();
        return IntStream.range(0, one.length())
                .filter(i -> one.charAt(i) != other.charAt(i))
                .mapToObj(i -> i + 1)
                .toList();
    }

    /** The open pair that comes after this one in the list. */
    public Optional<DuplicatePair> after(DuplicatePair pair) {
        return pairs.after(pair);
    }

    /** Open pairs of which the person is one. */
    public List<DuplicatePair> of(PersonId person) {
        return pairs.of(person);
    }

    /** 排除: they are two people. It stays so until something changes that they were alike in. */
    public void ruleOut(PairId id, String reason) {
        DuplicatePair pair = get(id);
        if (pair.status() != DuplicatePair.Status.OPEN) {
            throw new Refused("people.duplicates.not-open", pair.status());
        }
        if (reason.isBlank()) {
            throw new Refused("people.duplicates.no-reason");
        }
        people.person(pair.one());
        people.person(pair.other());
        pairs.ruleOut(pair.one(), pair.other(), Acting.staff(), clock.today(), reason.strip());
        audit.changed(
                "people.duplicate.ruled-out",
                pair.one().value(),
                pair.area().value(),
                Map.of("other", pair.other().toString()));
    }
}
