package org.weimin.offices.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.kernel.Refused;
import org.weimin.offices.Figures;
import org.weimin.offices.Member;
import org.weimin.offices.Premises;
import org.weimin.offices.SheetReport;

/** The two tables that the register takes in; which of them a file is, its headings say. */
@Component
public class RollSheets {
    /** 表. */
    public enum Kind {
        PEOPLE,
        PREMISES
    }

    private final PeopleSheet people;
    private final PremisesSheet premises;

    RollSheets(PeopleSheet people, PremisesSheet premises) {
        this.people = people;
        this.premises = premises;
    }

    public Table read(Path file, String fileName) {
        return Table.read(file, fileName, List.of(PeopleSheet.NEEDED, PremisesSheet.NEEDED));
    }

    public Kind kindOf(Table table) {
        return table.headings().containsAll(PeopleSheet.NEEDED) ? Kind.PEOPLE : Kind.PREMISES;
    }

    public Member member(Table.Row row) {
        return people.read(row);
    }

    public Premises premises(Table.Row row) {
        return premises.read(row);
    }

    /** Of which cell a refusal speaks: by its code, or because it names it. */
    public String cellOf(Kind kind, Refused refused) {
        Map<String, String> cells = kind == Kind.PEOPLE ? PeopleSheet.CELLS : PremisesSheet.CELLS;
        return Optional.ofNullable(cells.get(refused.code()))
                .orElseGet(() -> refused.details().isEmpty()
                        ? ""
                        : refused.details().getFirst().toString());
    }

    public static SheetReport.Line line(Table.Row row) {
        return row.line();
    }

    /** The totals beside the posts are no second record of the people: they must agree with the one there is. */
    public void demandTotals(Table.Row row, Figures figures) {
        int total = row.findCount(PremisesSheet.PEOPLE).orElse(figures.people());
        int partTime = row.findCount(PremisesSheet.PART_TIME).orElse(figures.partTime());
        if (total != figures.people() || partTime != figures.partTime()) {
            throw new Refused("offices.sheet.total", total, partTime, figures.people(), figures.partTime());
        }
    }
}
