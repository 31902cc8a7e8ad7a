package org.weimin.people.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.access.Access;
import org.weimin.divisions.Division;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Refused;
import org.weimin.people.RosterBatch;
import org.weimin.people.internal.RosterColumns.Column;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Cell;

/** 试导入: stages an uploaded roster row by row, then judges the rows against each other and against the register. */
@Component
public class RosterCheck {
    private static final int CHUNK = 2_000;
    private final RosterStore store;
    private final PersonStore persons;
    private final Divisions divisions;
    private final BusinessClock clock;
    private final Access access;
    private final TransactionTemplate transaction;

    RosterCheck(
            RosterStore store,
            PersonStore persons,
            Divisions divisions,
            BusinessClock clock,
            Access access,
            TransactionTemplate transaction) {
        this.store = store;
        this.persons = persons;
        this.divisions = divisions;
        this.clock = clock;
        this.access = access;
        this.transaction = transaction;
    }

    /**
     * Somebody may be known in another street, so the register is asked by the system, and says no more than that the
     * number is known. The staged rows are committed before, or the system would not see them.
     */
    public UUID check(Path file, String fileName, RosterBatch.Policy policy, DivisionCode area) {
        UUID batch = Ids.next();
        transaction.executeWithoutResult(status -> stage(batch, file, fileName, policy, area));
        access.asSystem("roster-check", batch.toString(), () -> {
            transaction.executeWithoutResult(status -> judge(batch));
            return batch;
        });
        return batch;
    }

    private void judge(UUID batch) {
        store.judgeWithin(batch);
        store.judgeAgainstRegister(batch);
        store.holdFamilies(batch);
        store.become(batch, RosterBatch.Status.CHECKED);
    }

    private void stage(UUID batch, Path file, String fileName, RosterBatch.Policy policy, DivisionCode area) {
        var staging = new Staging(batch, area, communitiesIn(area));
        store.open(batch, area, fileName, policy);
        Workbooks.read(file, fileName, staging::row);
        staging.finish();
    }

    /** By code and by name; a name that two communities share leads nowhere. */
    private Map<String, DivisionCode> communitiesIn(DivisionCode area) {
        var all = new HashMap<String, DivisionCode>();
        var twice = new ArrayList<String>();
        for (Division community : communities(area)) {
            all.put(community.code().value(), community.code());
            for (String name : List.of(community.name(), community.name().replaceAll("(社区居委会|居委会|村委会|委会)$", ""))) {
                DivisionCode before = all.put(name, community.code());
                if (before != null && !before.equals(community.code())) {
                    twice.add(name);
                }
            }
        }
        twice.forEach(all::remove);
        return all;
    }

    private List<Division> communities(DivisionCode area) {
        return switch (Division.Level.of(area)) {
            case COMMUNITY -> List.of(divisions.get(area));
            case TOWN -> divisions.children(area, clock.today());
            case COUNTY ->
                divisions.children(area, clock.today()).stream()
                        .flatMap(town -> divisions.children(town.code(), clock.today()).stream())
                        .toList();
            default -> throw new Refused("people.import.area", area);
        };
    }

    /** The rows of one file on their way into the staging table. */
    private final class Staging {
        private final UUID batch;
        private final DivisionCode area;
        private final Map<String, DivisionCode> communities;
        private final List<StagedRow> rows = new ArrayList<>();
        private final LostDigits lost = new LostDigits();
        private Optional<RosterColumns> columns = Optional.empty();
        private int staged;

        Staging(UUID batch, DivisionCode area, Map<String, DivisionCode> communities) {
            this.batch = batch;
            this.area = area;
            this.communities = communities;
        }

        void finish() {
            RosterColumns known = columns.filter(found -> staged + rows.size() > 0)
                    .orElseThrow(() -> new Refused("people.import.empty"));
            flush();
            store.setHeadings(batch, known.headings());
            lost.found()
                    .forEach((column, numbers) -> known.placeOf(column)
                            .ifPresent(place -> store.markRows(batch, LostDigits.fault(column), place, numbers)));
        }

        void row(int number, List<Cell> cells) {
            if (columns.isEmpty()) {
                columns = RosterColumns.find(number, cells);
                return;
            }
            rows.add(staged(number, cells, columns.get()));
            if (rows.size() >= CHUNK) {
                flush();
            }
        }

        private void flush() {
            store.stage(batch, area, rows);
            staged += rows.size();
            rows.clear();
        }

        private StagedRow staged(int number, List<Cell> cells, RosterColumns known) {
            var row = new RosterRow(known, cells);
            Optional<IdentityNumber> identity = row.identity();
            if (identity.filter(typed -> !persons.mayExist(typed)).isPresent()) {
                row.wrong(Column.IDENTITY, "identity-synthetic");
            }
            var entry = new StagedRow.Entry(
                    row.family(),
                    row.name(),
                    identity.map(IdentityNumber::value).orElse(""),
                    row.relation(),
                    row.place(communities).map(DivisionCode::value).orElse(""),
                    row.address(),
                    row.phone(),
                    row.bank(),
                    row.card().map(card -> card.value()).orElse(""));
            lost.note(number, row);
            return new StagedRow(
                    number,
                    cells.stream().map(Cell::text).toList(),
                    entry,
                    List.copyOf(row.faults()),
                    row.badColumns());
        }
    }
}
