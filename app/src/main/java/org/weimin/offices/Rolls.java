package org.weimin.offices;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.OrgUnitId;
import org.weimin.kernel.Refused;
import org.weimin.offices.internal.RollSheets;
import org.weimin.offices.internal.RollSheets.Kind;
import org.weimin.offices.internal.Table;

/** 机构表与人员表: takes a whole table in or, with one contradiction in it, nothing of it. */
@Service
@Transactional
public class Rolls {
    private final Offices offices;
    private final RollSheets sheets;
    private final BusinessClock clock;

    Rolls(Offices offices, RollSheets sheets, BusinessClock clock) {
        this.offices = offices;
        this.sheets = sheets;
        this.clock = clock;
    }

    public SheetReport load(Path file, String fileName) {
        SheetReport report = apply(file, fileName);
        if (!report.isLoaded()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return report;
    }

    /** What would come of it; nothing is written. */
    public SheetReport check(Path file, String fileName) {
        SheetReport report = apply(file, fileName);
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return report;
    }

    /** One person who is new to an office, from a form; what the form says is read as a row of the table is. */
    public void hire(Table.Row form) {
        offices.hire(sheets.member(form));
    }

    /** What is another with somebody from a day on. */
    public void change(Table.Row form) {
        offices.change(sheets.member(form));
    }

    private SheetReport apply(Path file, String fileName) {
        Table table = sheets.read(file, fileName);
        Kind kind = sheets.kindOf(table);
        var run = new Run(kind);
        for (Table.Row row : table.rows()) {
            run.take(row);
        }
        run.checkOffices(clock.today());
        return run.report(table);
    }

    /** One table on its way in. */
    private final class Run {
        private final Kind kind;
        private final List<SheetReport.Fault> faults = new ArrayList<>();
        private final List<Taken> taken = new ArrayList<>();
        private final Map<String, Integer> people = new HashMap<>();
        private int changed;

        private Run(Kind kind) {
            this.kind = kind;
        }

        private record Taken(Table.Row row, OrgUnitId office, LocalDate from) {}

        void take(Table.Row row) {
            try {
                switch (kind) {
                    case PEOPLE -> {
                        Member member = sheets.member(row);
                        demandOnce(row, member);
                        changed += offices.enrol(member) ? 1 : 0;
                        taken.add(new Taken(row, member.office(), member.term().from()));
                    }
                    case PREMISES -> {
                        Premises premises = sheets.premises(row);
                        changed += offices.record(premises) ? 1 : 0;
                        taken.add(new Taken(row, premises.office(), premises.from()));
                    }
                }
            } catch (Refused refused) {
                fault(row, refused);
            }
        }

        /** One table cannot put somebody into two places on the same day. */
        private void demandOnce(Table.Row row, Member member) {
            String person = member.who() + " " + member.term().from();
            Integer before = people.putIfAbsent(person, row.number());
            if (before != null) {
                throw new Refused(
                        "offices.sheet.twice",
                        member.who().name(),
                        member.term().from().toString(),
                        before);
            }
        }

        /** Only when everything is in place can an office be more than full, or other than its totals say. */
        void checkOffices(LocalDate today) {
            for (Taken each : taken.reversed()) {
                LocalDate day = each.from().isAfter(today) ? each.from() : today;
                Figures figures = offices.get(each.office(), day).figures();
                boolean told = faults.stream().anyMatch(fault -> isOf(fault, each.office()));
                try {
                    if (!told) {
                        offices.demandPosts(each.office(), each.from());
                    }
                    if (kind == Kind.PREMISES && figures.people() > 0) {
                        sheets.demandTotals(each.row(), figures);
                    }
                } catch (Refused refused) {
                    fault(each.row(), refused);
                }
            }
        }

        private boolean isOf(SheetReport.Fault fault, OrgUnitId office) {
            return taken.stream()
                    .anyMatch(each ->
                            each.row().number() == fault.row() && each.office().equals(office));
        }

        private void fault(Table.Row row, Refused refused) {
            faults.add(new SheetReport.Fault(
                    row.number(), sheets.cellOf(kind, refused), refused.code(), refused.details()));
        }

        SheetReport report(Table table) {
            return new SheetReport(
                    table.headings(),
                    table.rows().stream().map(RollSheets::line).toList(),
                    faults.stream()
                            .sorted(java.util.Comparator.comparingInt(SheetReport.Fault::row))
                            .toList(),
                    changed,
                    taken.size() - changed);
        }
    }
}
