package org.weimin.screening.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weimin.engine.FactsDictionary;
import org.weimin.engine.population.Columns;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.facts.Income;

/** Puts recorded facts into the columns of the rules, by name, source and time, as one case's fact sheet has them. */
final class FactColumns {
    private static final List<String> SOURCES = List.of("CHECKED", "REGISTER", "VISIT", "DECLARED", "SYSTEM");
    private static final int REGISTER = SOURCES.indexOf("REGISTER");
    private static final int INCOMES = Income.values().length;
    /** What vouches for a value without a paper: the register itself, today. */
    static final int OF_THE_REGISTER = 0;

    private final List<FactColumn> facts = new ArrayList<>();
    private final Map<String, FactColumn> byName = new HashMap<>();
    private final WordList names;
    private final WordList sources = new WordList(SOURCES);
    private final int[] rankOfSource;
    private final @Nullable FactColumn[] totals;

    FactColumns(Columns columns, FactsDictionary dictionary, List<String> names) {
        names.forEach(name -> {
            var column = new FactColumn(columns.column(name));
            facts.add(column);
            byName.put(name, column);
        });
        this.names = new WordList(Stream.concat(Arrays.stream(Income.values()).map(Income::item), names.stream())
                .toList());
        this.rankOfSource = SOURCES.stream().mapToInt(dictionary::rank).toArray();
        this.totals = Arrays.stream(Income.values())
                .map(kind -> byName.get(kind.total()))
                .toArray(FactColumn[]::new);
    }

    void clear(int households, int members) {
        facts.forEach(fact -> fact.clear(fact.ofMember() ? members : households));
    }

    /** The names under which something is recorded that a column is made of, as an array in SQL. */
    String recorded() {
        return Stream.concat(
                        Arrays.stream(Income.values())
                                .filter(kind -> byName.containsKey(kind.total()))
                                .map(Income::item),
                        byName.keySet().stream())
                .sorted()
                .collect(Collectors.joining(",", "'{", "}'"));
    }

    /** The columns that a matter reads. */
    List<FactColumn> of(CompiledMatter matter) {
        return matter.facts().stream().map(name -> find(name).orElseThrow()).toList();
    }

    Optional<FactColumn> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** One stored fact of a row: an income waits in the window, everything else counts if it is true on the day. */
    void take(CopyRows fact, FactFields at, int row, boolean ofMember, long asOf, IncomeWindow window) {
        int code = fact.word(at.name(), names);
        if (code < 0) {
            return;
        }
        int rank = rankOfSource[Math.max(0, fact.word(at.source(), sources))];
        long from = fact.day(at.from(), Long.MIN_VALUE);
        long until = fact.day(at.until(), Long.MAX_VALUE);
        int recordedOn = (int) fact.day(at.recordedOn(), 0);
        if (code < INCOMES) {
            if (ofMember) {
                window.add(code, fact.decimal(at.value(), 2), from, until, rank, recordedOn);
            }
            return;
        }
        FactColumn column = facts.get(code - INCOMES);
        if (column.ofMember() == ofMember && from <= asOf && asOf < until) {
            column.put(row, fact, at.value(), rank, recordedOn);
        }
    }

    void total(IncomeWindow window, int row) {
        window.total(totals, row);
    }

    /** What a register says outranks what was recorded. */
    void register(String name, int row, long value) {
        var column = byName.get(name);
        if (column != null) {
            column.put(row, value, rankOfSource[REGISTER], OF_THE_REGISTER);
        }
    }

    /** Where the fields of a fact are in a row. */
    record FactFields(int name, int value, int source, int from, int until, int recordedOn) {}
}
