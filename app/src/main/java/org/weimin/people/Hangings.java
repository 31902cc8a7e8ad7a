package org.weimin.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.kernel.PersonId;
import org.weimin.people.internal.HangingStore;

/** 关联内容: the rows that hang on people, one by one, in the words of the rooms that they belong to. */
@Service
@Transactional
public class Hangings {
    private final HangingStore rows;
    private final ObjectProvider<RowWords> words;
    private final Audit audit;

    Hangings(HangingStore rows, ObjectProvider<RowWords> words, Audit audit) {
        this.rows = rows;
        this.words = words;
        this.audit = audit;
    }

    /** What stands in one column of one table about these people, the newest first. */
    public List<HangingRow> of(List<PersonId> persons, String table, String column) {
        return told(rows.of(persons, table, column));
    }

    /** The same for a workbook; written to the audit record. */
    public List<HangingRow> export(List<PersonId> persons, String table, String column) {
        List<HangingRow> found = of(persons, table, column);
        persons.forEach(person -> audit.looked("hangings", "person", person.value(), table + " × " + found.size()));
        return found;
    }

    /** What has been written about the one that stays since two records were merged. */
    public List<HangingRow> since(Merge merge) {
        return told(rows.since(merge));
    }

    private List<HangingRow> told(List<HangingRow> found) {
        Map<UUID, RowWords.Words> said = new HashMap<>();
        words.forEach(each -> {
            List<UUID> keys = found.stream()
                    .filter(row -> row.column().table().equals(each.table()))
                    .flatMap(row -> row.row().stream())
                    .distinct()
                    .toList();
            if (!keys.isEmpty()) {
                said.putAll(each.of().apply(keys));
            }
        });
        return found.stream()
                .map(row -> row.row().map(said::get).map(row::with).orElse(row))
                .toList();
    }
}
